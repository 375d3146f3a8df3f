package io.lynceus.sky;

/// A position in galactic coordinates, J2000 definition.
///
/// The pole is taken in ICRS axes; frames that take it in FK5 axes (astropy) differ by the frame bias, at most
/// 0.032 arcsec.
///
/// @param lDeg galactic longitude [deg], in [0, 360); 360 is accepted and becomes 0
/// @param bDeg galactic latitude [deg], in [-90, 90]
public record GalacticPosition(double lDeg, double bDeg) {
    /// Right ascension of the north galactic pole [deg].
    /// Source: Blaauw et al. 1960, MNRAS 121, 123, doi:10.1093/mnras/121.2.123, precessed to J2000.0
    /// (12h51m26.28s).
    private static final double POLE_RA_DEG = 192.85948;

    /// Declination of the north galactic pole [deg]. Source: as [#POLE_RA_DEG] (+27d07m41.7s).
    private static final double POLE_DEC_DEG = 27.12825;

    /// Galactic longitude of the north celestial pole [deg]. Source: as [#POLE_RA_DEG].
    private static final double CELESTIAL_POLE_L_DEG = 122.93192;

    public GalacticPosition {
        if (!(lDeg >= 0 && lDeg <= 360)) {
            throw Require.refused("l_deg", lDeg, "lie in [0, 360)", "deg");
        }
        Require.within("b_deg", bDeg, -90, 90, "deg");
        lDeg = Angles.wrapDeg(lDeg);
        bDeg += 0.0;
    }

    static GalacticPosition of(SkyPosition position) {
        Turned turned = Turned.of(position.raDeg() - POLE_RA_DEG, position.decDeg());
        return new GalacticPosition(Angles.wrapDeg(CELESTIAL_POLE_L_DEG - turned.longitudeDeg), turned.latitudeDeg);
    }

    /// This position in ICRS.
    public SkyPosition icrs() {
        Turned turned = Turned.of(CELESTIAL_POLE_L_DEG - lDeg, bDeg);
        return new SkyPosition(Angles.wrapDeg(POLE_RA_DEG + turned.longitudeDeg), turned.latitudeDeg);
    }

    /// Coordinates after the exchange of the two poles, longitudes counted from the meridian through both.
    ///
    /// Counted so, in opposite senses, the way there and the way back are one formula.
    private record Turned(double longitudeDeg, double latitudeDeg) {
        private static final double SIN_POLE = Math.sin(Math.toRadians(POLE_DEC_DEG));
        private static final double COS_POLE = Math.cos(Math.toRadians(POLE_DEC_DEG));

        static Turned of(double longitudeDeg, double latitudeDeg) {
            double sinLatitude = Math.sin(Math.toRadians(latitudeDeg));
            double cosLatitude = Math.cos(Math.toRadians(latitudeDeg));
            double across = cosLatitude * Math.sin(Math.toRadians(longitudeDeg));
            double along = cosLatitude * Math.cos(Math.toRadians(longitudeDeg));
            double towards = sinLatitude * COS_POLE - along * SIN_POLE;
            double polar = sinLatitude * SIN_POLE + along * COS_POLE;
            return new Turned(
                    Math.toDegrees(Math.atan2(across, towards)),
                    Math.toDegrees(Math.atan2(polar, Math.hypot(across, towards))));
        }
    }
}
