package io.lynceus.classifier;

import java.util.Map;

/// Measured features of one source by wire name; a missing feature is absent, and a value is always finite.
public record FeatureVector(Map<String, Double> values) {
    public FeatureVector {
        values = Map.copyOf(values);
        values.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("feature " + name + " must be a finite number: " + value);
            }
        });
    }

    /// The value, NaN where missing.
    double valueOrNaN(String feature) {
        return values.getOrDefault(feature, Double.NaN);
    }
}
