package io.lynceus.classifier;

import java.util.List;

/// One summand of a score: what one feature says, or what two say together.
///
/// @param category where the track shows it, that of its first feature
public record EvidencePart(PropertyCategory category, List<FeatureDefinition> features) {
    /// Between the names of two features that speak together.
    private static final String JOINT = " & ";

    public EvidencePart {
        features = List.copyOf(features);
        if (features.isEmpty() || features.size() > 2) {
            throw new IllegalArgumentException("evidence is of one feature or of two, not of " + features.size());
        }
    }

    static EvidencePart of(List<FeatureDefinition> features) {
        return new EvidencePart(features.getFirst().category(), features);
    }

    /// Name in the track, such as `hardness_ratio_1 & hardness_ratio_2`.
    public String name() {
        return String.join(JOINT, features.stream().map(FeatureDefinition::name).toList());
    }

    /// Whether it would be gone without this category's features.
    boolean needs(PropertyCategory left) {
        return features.stream().anyMatch(feature -> feature.category() == left);
    }
}
