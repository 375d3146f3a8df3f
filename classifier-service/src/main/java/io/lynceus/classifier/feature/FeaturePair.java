package io.lynceus.classifier.feature;

/// Two features whose joint density says more than their own.
public record FeaturePair(FeatureDefinition first, FeatureDefinition second) {
    public FeaturePair {
        if (first.equals(second)) {
            throw new IllegalArgumentException("a pair of one feature: " + first.name());
        }
    }
}
