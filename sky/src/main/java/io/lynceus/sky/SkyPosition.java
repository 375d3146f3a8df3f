package io.lynceus.sky;

/// A position on the sky, ICRS.
///
/// @param raDeg right ascension [deg], in [0, 360); 360 is accepted and becomes 0
/// @param decDeg declination [deg], in [-90, 90]
public record SkyPosition(double raDeg, double decDeg) {
    public SkyPosition {
        if (!(raDeg >= 0 && raDeg <= 360)) {
            throw Require.refused("ra_deg", raDeg, "lie in [0, 360)", "deg");
        }
        Require.within("dec_deg", decDeg, -90, 90, "deg");
        raDeg = Angles.wrapDeg(raDeg);
        decDeg += 0.0;
    }

    /// Great-circle separation of two positions [arcsec], in [0, 648000]; see [#separationRad].
    public double separationArcsec(SkyPosition other) {
        return separationRad(other) * Angles.ARCSEC_PER_RAD;
    }

    /// Great-circle separation of two positions [rad], in [0, pi].
    ///
    /// Haversine form below 90 deg, which keeps its relative precision at small angles where the cosine rule has
    /// none; Vincenty's arctangent on the sphere above, which keeps it towards the antipodes where the haversine
    /// has none. Symmetric up to rounding; 0 for equal positions; error below 1e-15 rad + 1e-13 of the
    /// separation.
    ///
    /// Source: Sinnott 1984, Sky & Telescope 68(2), 159; Vincenty 1975, Survey Review 23(176), 88,
    /// doi:10.1179/sre.1975.23.176.88, with zero flattening.
    public double separationRad(SkyPosition other) {
        double haversine = haversine(other);
        if (haversine < 0.5) {
            return 2 * Math.asin(Math.sqrt(haversine));
        }
        double decRad = Math.toRadians(decDeg);
        double otherDecRad = Math.toRadians(other.decDeg);
        double cosine = Math.sin(decRad) * Math.sin(otherDecRad)
                + Math.cos(decRad) * Math.cos(otherDecRad) * Math.cos(raDifferenceRad(other));
        return Math.atan2(Math.hypot(eastward(other), northward(other)), cosine);
    }

    /// Position angle of another position as seen from this one [deg], in [0, 360), from north through east.
    ///
    /// 0 for equal positions. At a pole, where every direction is south or north, north is along the meridian of
    /// this position's right ascension.
    ///
    /// Source: Meeus 1998, Astronomical Algorithms, 2nd ed., ch. 17.
    public double positionAngleDeg(SkyPosition to) {
        return Angles.wrapDeg(Math.toDegrees(Math.atan2(eastward(to), northward(to))));
    }

    /// The position reached along a great circle that leaves this one at a position angle.
    ///
    /// Inverse of [#separationArcsec] and [#positionAngleDeg].
    ///
    /// @param positionAngleDeg direction [deg], from north through east, any finite value
    /// @param separationArcsec length of the way [arcsec], in [0, 648000]
    public SkyPosition offset(double positionAngleDeg, double separationArcsec) {
        Require.finite("position_angle_deg", positionAngleDeg, "deg");
        Require.within("separation_arcsec", separationArcsec, 0, Angles.HALF_TURN_ARCSEC, "arcsec");
        double wayRad = separationArcsec / Angles.ARCSEC_PER_RAD;
        double angleRad = Math.toRadians(positionAngleDeg);
        return displaced(
                Math.cos(wayRad), Math.sin(wayRad) * Math.sin(angleRad), Math.sin(wayRad) * Math.cos(angleRad));
    }

    /// The direction of a vector given along the line of sight, east and north of this position (any common
    /// length).
    SkyPosition displaced(double outward, double east, double north) {
        double decRad = Math.toRadians(decDeg);
        double equatorial = outward * Math.cos(decRad) - north * Math.sin(decRad);
        double polar = outward * Math.sin(decRad) + north * Math.cos(decRad);
        return new SkyPosition(
                Angles.wrapDeg(raDeg + Math.toDegrees(Math.atan2(east, equatorial))),
                Math.toDegrees(Math.atan2(polar, Math.hypot(equatorial, east))));
    }

    /// This position in galactic coordinates.
    public GalacticPosition galactic() {
        return GalacticPosition.of(this);
    }

    /// sin^2 of half the separation, in [0, 1].
    double haversine(SkyPosition other) {
        double sinHalfDec = Math.sin(Math.toRadians(other.decDeg - decDeg) / 2);
        double sinHalfRa = Math.sin(raDifferenceRad(other) / 2);
        double sum = sinHalfDec * sinHalfDec
                + Math.cos(Math.toRadians(decDeg)) * Math.cos(Math.toRadians(other.decDeg)) * sinHalfRa * sinHalfRa;
        return Math.min(1, sum);
    }

    /// Component of the other position's unit vector towards east of this one.
    double eastward(SkyPosition other) {
        return Math.cos(Math.toRadians(other.decDeg)) * Math.sin(raDifferenceRad(other));
    }

    /// Component of the other position's unit vector towards north of this one, in half angles: no cancellation.
    double northward(SkyPosition other) {
        double sinHalfRa = Math.sin(raDifferenceRad(other) / 2);
        return Math.sin(Math.toRadians(other.decDeg - decDeg))
                + 2 * Math.sin(Math.toRadians(decDeg)) * Math.cos(Math.toRadians(other.decDeg)) * sinHalfRa * sinHalfRa;
    }

    /// Right ascension of the other position minus this one's [rad], in [-pi, pi]; taken in degrees, where it is
    /// exact.
    private double raDifferenceRad(SkyPosition other) {
        double differenceDeg = other.raDeg - raDeg;
        return Math.toRadians(
                differenceDeg > 180 ? differenceDeg - 360 : differenceDeg < -180 ? differenceDeg + 360 : differenceDeg);
    }
}
