package io.lynceus.classifier.feature;

import java.util.Map;
import java.util.Set;

/// Measured features of one source by wire name; a missing feature is absent, and a value is always finite.
///
/// @param uncovered missing features that no observation covered; their absence is no evidence
public record FeatureVector(Map<String, Double> values, Set<String> uncovered) {
    public FeatureVector {
        values = Map.copyOf(values);
        uncovered = Set.copyOf(uncovered);
        values.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("feature " + name + " must be a finite number: " + value);
            }
        });
    }

    /// Features of a source without uncovered ones.
    public FeatureVector(Map<String, Double> values) {
        this(values, Set.of());
    }

    /// The value, NaN where missing.
    double valueOrNaN(String feature) {
        return values.getOrDefault(feature, Double.NaN);
    }
}
