package io.lynceus.standalone.simulator;

import io.lynceus.sky.GalacticPosition;
import io.lynceus.sky.SkyPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A round patch of the sky, one pointing of XMM-Newton wide.
///
/// @param index from 0
/// @param galaxy in the middle of a [FieldKind#NEARBY_GALAXY]
record Field(int index, FieldKind kind, SkyPosition center, Optional<Galaxy> galaxy) {
    /// Radius [arcmin]. Source: field of view of EPIC, 30 arcmin across; Turner et al. 2001, A&A 365, L27.
    static final double RADIUS_ARCMIN = 15;

    /// Area [deg^2], flat: pi r^2.
    static final double SQ_DEG = Math.PI * (RADIUS_ARCMIN / 60) * (RADIUS_ARCMIN / 60);

    /// X-ray sources per square degree; a choice between 4XMM's mean of about 500 and deeper fields.
    private static final double SOURCES_PER_SQ_DEG = 600;

    /// Smallest distance of two fields [arcsec], so that they share no object.
    private static final double APART_ARCSEC = 4 * RADIUS_ARCMIN * 60;

    /// Fields for this many sources, at least one of each kind.
    static List<Field> draw(int sources, Dice dice) {
        List<Field> fields = new ArrayList<>();
        for (FieldKind kind : FieldKind.values()) {
            long count = Math.max(1, Math.round(kind.share() * sources / (SOURCES_PER_SQ_DEG * SQ_DEG)));
            for (int i = 0; i < count; i++) {
                SkyPosition center = centerApart(kind, fields, dice);
                Optional<Galaxy> galaxy = kind == FieldKind.NEARBY_GALAXY
                        ? Optional.of(Galaxy.draw("galaxy-" + i, center, dice))
                        : Optional.empty();
                fields.add(new Field(fields.size(), kind, center, galaxy));
            }
        }
        return fields;
    }

    double radiusArcsec() {
        return RADIUS_ARCMIN * 60;
    }

    private static SkyPosition centerApart(FieldKind kind, List<Field> others, Dice dice) {
        while (true) {
            SkyPosition center = center(kind, dice);
            if (others.stream().allMatch(other -> other.center.separationArcsec(center) > APART_ARCSEC)) {
                return center;
            }
        }
    }

    /// High latitudes evenly beyond 20 deg; the plane within 8 deg with a scale of 2 deg, denser towards the centre.
    /// Both are choices.
    private static SkyPosition center(FieldKind kind, Dice dice) {
        if (kind == FieldKind.GALACTIC_PLANE) {
            double latitude = Math.min(8, dice.exponential(2)) * (dice.chance(0.5) ? 1 : -1);
            return new GalacticPosition((dice.gaussianWithin(0, 70, -180, 180) + 360) % 360, latitude).icrs();
        }
        while (true) {
            SkyPosition center = dice.anywhere();
            if (Math.abs(center.galactic().bDeg()) > 20) {
                return center;
            }
        }
    }
}
