package io.lynceus.sky;

/// Covariance of a position error in the tangent plane, symmetric and positive semi-definite.
///
/// @param eastEast variance towards east [arcsec^2], finite, >= 0
/// @param northNorth variance towards north [arcsec^2], finite, >= 0
/// @param eastNorth covariance of the two [arcsec^2], its square at most the product of the variances
public record PositionCovariance(double eastEast, double northNorth, double eastNorth) {
    /// Room for rounding when a fully correlated covariance is checked, relative to the product of the variances.
    /// Source: a choice, far above the rounding of a sum of ellipses (a few 1e-16) and far below any published
    /// digit.
    private static final double ROUNDING = 1e-12;

    public PositionCovariance {
        Require.notNegative("east_east", eastEast, "arcsec^2");
        Require.notNegative("north_north", northNorth, "arcsec^2");
        double largest = Math.sqrt(eastEast) * Math.sqrt(northNorth) * (1 + ROUNDING);
        Require.within("east_north", eastNorth, -largest, largest, "arcsec^2");
        eastNorth += 0.0;
    }

    /// Equal, uncorrelated errors of this per-axis standard deviation [arcsec], >= 0.
    public static PositionCovariance isotropic(double sigmaArcsec) {
        return diagonal(sigmaArcsec, sigmaArcsec);
    }

    /// Uncorrelated errors of these per-axis standard deviations [arcsec], >= 0.
    public static PositionCovariance diagonal(double sigmaEastArcsec, double sigmaNorthArcsec) {
        Require.notNegative("sigma_east", sigmaEastArcsec, "arcsec");
        Require.notNegative("sigma_north", sigmaNorthArcsec, "arcsec");
        return new PositionCovariance(sigmaEastArcsec * sigmaEastArcsec, sigmaNorthArcsec * sigmaNorthArcsec, 0);
    }

    /// Covariance of the sum, or the difference, of two independent errors.
    public PositionCovariance plus(PositionCovariance other) {
        return new PositionCovariance(
                eastEast + other.eastEast, northNorth + other.northNorth, eastNorth + other.eastNorth);
    }

    /// Determinant [arcsec^4], >= 0.
    ///
    /// Relative error below 1e-15 of its own value for the stored entries, however thin the ellipse.
    ///
    /// Source: Kahan's difference of products; Jeannerod, Louvet & Muller 2013, Math. Comp. 82, 2245,
    /// doi:10.1090/S0025-5718-2013-02679-8.
    public double determinant() {
        double square = eastNorth * eastNorth;
        return Math.max(0, Math.fma(eastEast, northNorth, -square) + Math.fma(-eastNorth, eastNorth, square));
    }

    /// Squared Mahalanobis distance of an offset, d' C^-1 d; dimensionless.
    ///
    /// @throws ArithmeticException where the covariance is singular
    public double mahalanobisSquared(TangentOffset offset) {
        double determinant = determinant();
        if (!(determinant > 0)) {
            throw new ArithmeticException("a singular covariance has no Mahalanobis distance: " + this);
        }
        double east = offset.eastArcsec();
        double north = offset.northArcsec();
        return (northNorth * east * east - 2 * eastNorth * east * north + eastEast * north * north) / determinant;
    }

    /// Standard deviation along the major axis [arcsec], >= 0.
    public double sigmaMajorArcsec() {
        return Math.sqrt(majorVariance());
    }

    /// Standard deviation of the error's component along a position angle [deg]; in [arcsec], >= 0.
    ///
    /// This is the half-width of the ellipse's shadow on that direction, not the ellipse's radius there.
    public double sigmaAlong(double positionAngleDeg) {
        Require.finite("position_angle_deg", positionAngleDeg, "deg");
        double east = Math.sin(Math.toRadians(positionAngleDeg));
        double north = Math.cos(Math.toRadians(positionAngleDeg));
        double variance = eastEast * east * east + 2 * eastNorth * east * north + northNorth * north * north;
        return Math.sqrt(Math.max(0, variance));
    }

    /// The contour that contains a probability, in (0, 1); inverse of [ErrorEllipse#covariance].
    ///
    /// @throws IllegalArgumentException where the covariance is singular: its contour is a line or a point
    public ErrorEllipse ellipse(double containment) {
        double factor = Containment.sigmaFactor(containment);
        double majorVariance = majorVariance();
        double minorVariance = majorVariance > 0 ? Math.min(majorVariance, determinant() / majorVariance) : 0;
        double angleRad = Math.atan2(2 * eastNorth, northNorth - eastEast) / 2;
        return new ErrorEllipse(
                factor * Math.sqrt(majorVariance),
                factor * Math.sqrt(minorVariance),
                Math.toDegrees(angleRad),
                containment);
    }

    private double majorVariance() {
        return (eastEast + northNorth + Math.hypot(northNorth - eastEast, 2 * eastNorth)) / 2;
    }
}
