package io.lynceus.feature.epoch;

import io.lynceus.sky.Containment;
import io.lynceus.sky.Mission;
import java.util.OptionalDouble;

/// Size of a position's error ellipse, as its catalogue gives it.
///
/// @param majorArcsec semi-major axis [arcsec], > 0
/// @param minorArcsec semi-minor axis [arcsec], > 0
/// @param containment probability that the ellipse holds the true position; empty: the mission's
public record PositionError(double majorArcsec, double minorArcsec, OptionalDouble containment) {
    public PositionError {
        if (!(majorArcsec > 0 && minorArcsec > 0)) {
            throw new IllegalArgumentException(
                    "axes of a position error must be > 0 arcsec: " + majorArcsec + ", " + minorArcsec);
        }
    }

    /// Per-axis standard deviation [arcsec] of the circle of equal area.
    public double sigmaArcsec(Mission mission) {
        double held = containment.orElse(mission.errorContainment());
        return Math.sqrt(majorArcsec * minorArcsec) / Containment.sigmaFactor(held);
    }
}
