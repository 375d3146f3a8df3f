package io.lynceus.crossmatch.catalogue;

import io.lynceus.crossmatch.detection.Require;
import java.util.OptionalDouble;

/// A value with its standard error, where the catalogue gives one; both in the unit the owner states.
///
/// @param value any finite value
/// @param error per-axis standard error, > 0; empty: not given
public record Measurement(double value, OptionalDouble error) {
    public Measurement {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("measured value is " + value + ", must be finite");
        }
        error.ifPresent(e -> Require.positive("standard error", e, "in the unit of its value"));
    }
}
