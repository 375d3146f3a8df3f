package io.lynceus.crossmatch.detection;

import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;

/// Position of a detection with its covariance: what decides which source it belongs to.
///
/// @param id of the detection
/// @param position measured
/// @param covariance of the position, not singular
public record LocatedDetection(String id, SkyPosition position, PositionCovariance covariance) {
    public LocatedDetection {
        Require.positive("determinant of the position's covariance", covariance.determinant(), "arcsec^4");
    }
}
