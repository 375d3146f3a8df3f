package io.lynceus.gateway.notices.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.sky.Containment;
import io.lynceus.sky.SkyPosition;
import io.lynceus.sky.TangentOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The error ellipse of a notice's transient.
///
/// @param majorDeg semi-major axis [deg], > 0
/// @param minorDeg semi-minor axis [deg]
/// @param angleDeg of the major axis, from north through east [deg]
record ErrorRegion(double majorDeg, double minorDeg, double angleDeg) {

    /// The region as the core schema writes it: `position_a_error`, `position_b_error` and `position_error_pa` since
    /// version 7, `ra_dec_error` before; or MAXI's corners of a rectangle, taken for the ellipse that touches its
    /// sides.
    static Optional<ErrorRegion> of(NoticeFields fields, SkyPosition position) {
        if (fields.number("position_a_error").isPresent()) {
            double major = fields.needed("position_a_error", "deg");
            return Optional.of(new ErrorRegion(
                    major,
                    fields.number("position_b_error").orElse(major),
                    fields.number("position_error_pa").orElse(0)));
        }
        JsonNode error = fields.notice().path("ra_dec_error");
        if (error.isNumber()) {
            return Optional.of(new ErrorRegion(error.doubleValue(), error.doubleValue(), 0));
        }
        if (error.isArray() && error.size() == 3) {
            return Optional.of(new ErrorRegion(
                    error.get(0).doubleValue(),
                    error.get(1).doubleValue(),
                    error.get(2).doubleValue()));
        }
        if (!error.isMissingNode() && !error.isNull()) {
            throw new NoticeRefused("ra_dec_error is " + error
                    + ", must be a radius [deg] or [semi-major axis, semi-minor axis, position angle] [deg]");
        }
        return Optional.of(fields.notice().path("rectangular_error_corners"))
                .filter(JsonNode::isArray)
                .map(corners -> rectangle(corners, position));
    }

    /// The region widened by an error that it does not include.
    ///
    /// @param radius90Deg radius with 90% of it [deg]
    /// @param containment of this region
    ErrorRegion widened(@Nullable Double radius90Deg, double containment) {
        if (radius90Deg == null) {
            return this;
        }
        double more = radius90Deg * Containment.sigmaFactor(containment) / Containment.sigmaFactor(0.9);
        return new ErrorRegion(Math.hypot(majorDeg, more), Math.hypot(minorDeg, more), angleDeg);
    }

    private static ErrorRegion rectangle(JsonNode corners, SkyPosition position) {
        List<TangentOffset> offsets = new ArrayList<>();
        for (JsonNode corner : corners) {
            offsets.add(TangentOffset.between(
                    position,
                    new SkyPosition(corner.path(0).doubleValue(), corner.path(1).doubleValue())));
        }
        if (offsets.size() != 4) {
            throw new NoticeRefused("rectangular_error_corners has " + offsets.size() + " corners, must have 4");
        }
        TangentOffset one = side(offsets.get(0), offsets.get(1));
        TangentOffset other = side(offsets.get(1), offsets.get(2));
        TangentOffset longer = length(one) >= length(other) ? one : other;
        TangentOffset shorter = longer == one ? other : one;
        double angle = Math.toDegrees(Math.atan2(longer.eastArcsec(), longer.northArcsec()));
        return new ErrorRegion(length(longer) / 7200, length(shorter) / 7200, (angle + 360) % 180);
    }

    private static TangentOffset side(TangentOffset from, TangentOffset to) {
        return new TangentOffset(to.eastArcsec() - from.eastArcsec(), to.northArcsec() - from.northArcsec());
    }

    private static double length(TangentOffset side) {
        return Math.hypot(side.eastArcsec(), side.northArcsec());
    }
}
