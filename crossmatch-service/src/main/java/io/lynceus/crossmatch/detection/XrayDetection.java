package io.lynceus.crossmatch.detection;

import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;

/// One X-ray source found in one observation: its position with the covariance, and the epoch.
///
/// @param id unique among all detections, 1 to 200 characters
/// @param position measured
/// @param covariance of the position, not singular
/// @param epoch of the observation
public record XrayDetection(String id, SkyPosition position, PositionCovariance covariance, ObservationEpoch epoch) {
    public XrayDetection {
        if (id.isEmpty() || id.length() > 200) {
            throw new IllegalArgumentException(
                    "id of a detection has " + id.length() + " characters, must have 1 to 200: " + id);
        }
        Require.positive("determinant of the position's covariance", covariance.determinant(), "arcsec^4");
    }

    /// The part of it that decides which source it belongs to.
    public LocatedDetection located() {
        return new LocatedDetection(id, position, covariance);
    }
}
