package io.lynceus.sky;

/// Conversions between the angular units in use.
final class Angles {
    /// Arcseconds in a radian, 180 * 3600 / pi = 206264.806...; by definition of the degree.
    static final double ARCSEC_PER_RAD = 648_000 / Math.PI;

    /// Half a turn [arcsec], the largest separation on the sky; by definition of the degree.
    static final double HALF_TURN_ARCSEC = 648_000;

    private Angles() {}

    /// The same direction in [0, 360) [deg].
    static double wrapDeg(double deg) {
        double rest = deg % 360;
        double wrapped = rest < 0 ? rest + 360 : rest;
        // A tiny negative angle rounds up to 360; adding 0.0 turns -0.0 into 0.0, which records tell apart.
        return wrapped >= 360 ? 0 : wrapped + 0.0;
    }
}
