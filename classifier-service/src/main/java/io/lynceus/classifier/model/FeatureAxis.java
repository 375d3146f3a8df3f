package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;

/// Even grid over the range of one feature, `points` of them, the first at `low` and the last at `high`.
///
/// A value beyond an end counts as the end. A `folded` axis takes absolute values, such as |b| for both sides of the
/// Galactic plane.
public record FeatureAxis(FeatureDefinition feature, double low, double high, int points, boolean folded) {
    public FeatureAxis {
        if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "axis of %s needs a finite range, not [%s, %s]".formatted(feature.name(), low, high));
        }
        if (points < 2) {
            throw new IllegalArgumentException("axis of " + feature.name() + " has too few points: " + points);
        }
    }

    /// Place of a value on the grid, in [0, points - 1]; the value must not be NaN.
    public double place(double value) {
        double place = ((folded ? Math.abs(value) : value) - low) / step();
        return Math.clamp(place, 0, points - 1);
    }

    /// Distance of two grid points, in the feature's unit.
    public double step() {
        return (high - low) / (points - 1);
    }
}
