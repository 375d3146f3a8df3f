package io.lynceus.standalone.simulator;

import io.lynceus.sky.SkyPosition;

/// A nearby spiral in whose disc X-ray binaries lie.
///
/// @param id within the galaxy catalogue
/// @param distanceMpc distance [Mpc]
/// @param diameterArcmin major axis of the D25 isophote [arcmin]
/// @param axisRatio minor to major axis, in (0, 1]
/// @param angleDeg position angle of the major axis [deg], from north through east
record Galaxy(
        String id, SkyPosition center, double distanceMpc, double diameterArcmin, double axisRatio, double angleDeg) {
    /// D25 radius in scale lengths of an exponential disc.
    /// Source: Freeman 1970, ApJ 160, 811, doi:10.1086/150474: a central 21.65 mag arcsec^-2 reaches 25 after 3.1.
    private static final double SCALE_LENGTHS = 3.1;

    private static final double ARCMIN_PER_RAD = 180 * 60 / Math.PI;

    Galaxy {
        if (!(distanceMpc > 0)) {
            throw new IllegalArgumentException("distance must be > 0 Mpc: " + distanceMpc);
        }
        if (!(diameterArcmin > 0)) {
            throw new IllegalArgumentException("diameter must be > 0 arcmin: " + diameterArcmin);
        }
        if (!(axisRatio > 0 && axisRatio <= 1)) {
            throw new IllegalArgumentException("axis ratio must lie in (0, 1]: " + axisRatio);
        }
    }

    /// A galaxy 5 to 20 Mpc away and 15 to 40 kpc across, at most as wide as the field; choices.
    static Galaxy draw(String id, SkyPosition center, Dice dice) {
        double distanceMpc = dice.uniform(5, 20);
        double diameterArcmin = dice.uniform(15, 40) / (distanceMpc * 1e3) * ARCMIN_PER_RAD;
        return new Galaxy(
                id,
                center,
                distanceMpc,
                Math.min(diameterArcmin, 2 * Field.RADIUS_ARCMIN),
                dice.uniform(0.3, 1),
                dice.uniform(0, 180));
    }

    /// A position in the thin exponential disc, seen inclined.
    SkyPosition inDisc(Dice dice) {
        double radiusArcsec = (dice.exponential(1) + dice.exponential(1)) * diameterArcmin / 2 * 60 / SCALE_LENGTHS;
        double turn = dice.uniform(0, 2 * Math.PI);
        double along = radiusArcsec * Math.cos(turn);
        double across = radiusArcsec * Math.sin(turn) * axisRatio;
        return center.offset(angleDeg + Math.toDegrees(Math.atan2(across, along)), Math.hypot(along, across));
    }

    /// Redshift of the Hubble flow for 70 km/s/Mpc.
    double redshift() {
        return distanceMpc * 70 / 299_792.458;
    }
}
