package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.PropertyCategory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// One summand of a score: evidence of one feature, of two together, or of a feature's being measured at all.
///
/// @param category place in the track: the category of its first feature
/// @param features features whose values it shows. A presence part has one of its own, `NAME_measured`: 1, 0, or
///     missing where no observation covered the source
/// @param presenceOf feature of a presence part; empty for evidence of values
public record EvidencePart(
        PropertyCategory category, List<FeatureDefinition> features, Optional<FeatureDefinition> presenceOf) {
    /// Between the names of two features that speak together.
    private static final String JOINT = " & ";

    public EvidencePart {
        features = List.copyOf(features);
        if (features.isEmpty() || features.size() > 2) {
            throw new IllegalArgumentException("evidence is of one feature or of two, not of " + features.size());
        }
    }

    static EvidencePart of(List<FeatureDefinition> features) {
        return new EvidencePart(features.getFirst().category(), features, Optional.empty());
    }

    static EvidencePart ofPresence(FeatureDefinition feature) {
        FeatureDefinition measured = new FeatureDefinition(feature.name() + "_measured", feature.category(), "");
        return new EvidencePart(feature.category(), List.of(measured), Optional.of(feature));
    }

    /// Values of its features for a source.
    ///
    /// @param valueOf value of a feature of the model, NaN where missing
    /// @param uncovered whether no observation covered a missing feature
    public List<OptionalDouble> values(
            ToDoubleFunction<FeatureDefinition> valueOf, Predicate<FeatureDefinition> uncovered) {
        if (presenceOf.isPresent()) {
            boolean measured = !Double.isNaN(valueOf.applyAsDouble(presenceOf.get()));
            return List.of(
                    uncovered.test(presenceOf.get()) ? OptionalDouble.empty() : OptionalDouble.of(measured ? 1 : 0));
        }
        return features.stream()
                .mapToDouble(valueOf)
                .mapToObj(value -> Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value))
                .toList();
    }

    /// Name in the track, such as `hardness_ratio_1 & hardness_ratio_2`.
    public String name() {
        return String.join(JOINT, features.stream().map(FeatureDefinition::name).toList());
    }

    /// Whether it needs features of this category.
    public boolean needs(PropertyCategory left) {
        return features.stream().anyMatch(feature -> feature.category() == left);
    }
}
