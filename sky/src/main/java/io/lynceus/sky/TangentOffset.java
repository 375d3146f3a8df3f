package io.lynceus.sky;

/// Offset of one position from another in the tangent plane of the latter.
///
/// @param eastArcsec offset towards east [arcsec], finite
/// @param northArcsec offset towards north [arcsec], finite
public record TangentOffset(double eastArcsec, double northArcsec) {
    public TangentOffset {
        Require.finite("east_arcsec", eastArcsec, "arcsec");
        Require.finite("north_arcsec", northArcsec, "arcsec");
    }

    /// Gnomonic projection of a position onto the tangent plane at the origin.
    ///
    /// Its length is the tangent of the separation: longer than the separation s [rad] by s^3/3, which is 4e-9
    /// arcsec at 8 arcsec and 2e-6 arcsec at one arcminute. Defined below 90 deg.
    ///
    /// Source: Calabretta & Greisen 2002, A&A 395, 1077, sect. 5.1.3, doi:10.1051/0004-6361:20021327.
    public static TangentOffset between(SkyPosition origin, SkyPosition to) {
        double cosine = 1 - 2 * origin.haversine(to);
        if (!(cosine > 0)) {
            throw Require.refused(
                    "separation_arcsec", origin.separationArcsec(to), "be < 324000 for a tangent plane, in", "arcsec");
        }
        double scale = Angles.ARCSEC_PER_RAD / cosine;
        return new TangentOffset(origin.eastward(to) * scale, origin.northward(to) * scale);
    }
}
