package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.PropertyCategory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// One summand of a score: what one feature says, what two say together, or what it says that one is measured at all.
///
/// @param category where the track shows it, that of its first feature
/// @param features whose values it shows; of a presence one of its own, `NAME_measured`, 1 or 0, and missing where
/// nothing
///     could have told
/// @param presenceOf the feature whose being measured it is about; empty where it is about values
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
    /// @param uncovered whether a missing one could not have been told
    public List<OptionalDouble> values(ToDoubleFunction<FeatureDefinition> valueOf, Predicate<FeatureDefinition> uncovered) {
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

    /// Whether it would be gone without this category's features.
    public boolean needs(PropertyCategory left) {
        return features.stream().anyMatch(feature -> feature.category() == left);
    }
}
