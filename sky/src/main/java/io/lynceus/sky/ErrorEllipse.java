package io.lynceus.sky;

/// The ellipse around a measured position that contains the true one with a stated probability, as catalogues
/// publish it.
///
/// @param majorArcsec semi-major axis [arcsec], > 0
/// @param minorArcsec semi-minor axis [arcsec], > 0 and at most the semi-major axis
/// @param angleDeg position angle of the major axis [deg], from north through east; any finite value, kept in [0,
///     180)
/// @param containment probability that the true position lies inside, in (0, 1)
public record ErrorEllipse(double majorArcsec, double minorArcsec, double angleDeg, double containment) {
    public ErrorEllipse {
        Require.positive("error_major_arcsec", majorArcsec, "arcsec");
        Require.positive("error_minor_arcsec", minorArcsec, "arcsec");
        if (!(minorArcsec <= majorArcsec)) {
            throw Require.refused(
                    "error_minor_arcsec", minorArcsec, "be at most error_major_arcsec = " + majorArcsec, "arcsec");
        }
        Require.finite("error_angle_deg", angleDeg, "deg");
        Containment.require(containment);
        angleDeg = Angles.wrapDeg(angleDeg) % 180;
    }

    /// A circle of this radius [arcsec] and containment.
    public static ErrorEllipse circle(double radiusArcsec, double containment) {
        return new ErrorEllipse(radiusArcsec, radiusArcsec, 0, containment);
    }

    /// The Gaussian whose contour of this containment the ellipse is.
    ///
    /// Source: Pineau et al. 2017, A&A 597, A89, sect. 2, doi:10.1051/0004-6361/201629219.
    public PositionCovariance covariance() {
        double factor = Containment.sigmaFactor(containment);
        double majorVariance = square(majorArcsec / factor);
        double minorVariance = square(minorArcsec / factor);
        double sin = Math.sin(Math.toRadians(angleDeg));
        double cos = Math.cos(Math.toRadians(angleDeg));
        return new PositionCovariance(
                majorVariance * sin * sin + minorVariance * cos * cos,
                majorVariance * cos * cos + minorVariance * sin * sin,
                (majorVariance - minorVariance) * sin * cos);
    }

    private static double square(double value) {
        return value * value;
    }
}
