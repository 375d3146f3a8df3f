package io.lynceus.crossmatch.detection;

import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;

/// What decides which source a detection belongs to: where it is and how well that is known.
///
/// @param id of the detection
/// @param position measured
/// @param covariance of the position, not singular
public record LocatedDetection(String id, SkyPosition position, PositionCovariance covariance) {
    public LocatedDetection {
        Require.positive("determinant of the position's covariance", covariance.determinant(), "arcsec^4");
    }
}
