package io.lynceus.sky;

/// Proper motion of a star and its error.
///
/// @param eastMasPerYr motion towards east, mu_alpha cos(dec) [mas/yr], finite
/// @param northMasPerYr motion towards north, mu_delta [mas/yr], finite
/// @param eastErrorMasPerYr standard error of the former [mas/yr], >= 0
/// @param northErrorMasPerYr standard error of the latter [mas/yr], >= 0
public record ProperMotion(
        double eastMasPerYr, double northMasPerYr, double eastErrorMasPerYr, double northErrorMasPerYr) {
    /// Milliarcseconds in an arcsecond; by definition.
    private static final double MAS_PER_ARCSEC = 1000;

    public ProperMotion {
        Require.finite("pmra_masyr", eastMasPerYr, "mas/yr");
        Require.finite("pmdec_masyr", northMasPerYr, "mas/yr");
        Require.notNegative("pmra_error_masyr", eastErrorMasPerYr, "mas/yr");
        Require.notNegative("pmdec_error_masyr", northErrorMasPerYr, "mas/yr");
    }

    /// Default for a motion that was not measured: none, with the catalogue's typical size as its per-axis error
    /// [mas/yr].
    public static ProperMotion unknown(double typicalMasPerYr) {
        return new ProperMotion(0, 0, typicalMasPerYr, typicalMasPerYr);
    }

    /// Size of the motion [mas/yr], >= 0.
    public double totalMasPerYr() {
        return Math.hypot(eastMasPerYr, northMasPerYr);
    }

    /// The position at another epoch, of a star in uniform straight motion across the line of sight.
    ///
    /// No parallax and no radial velocity: after a way of mu t the star has turned by atan(mu t), along the great
    /// circle it set out on.
    ///
    /// Source: ESA 1997, The Hipparcos and Tycho Catalogues, SP-1200, vol. 1, sect. 1.5.5, with zero parallax.
    public SkyPosition move(SkyPosition position, JulianEpoch from, JulianEpoch to) {
        double radPerMasYr = (to.year() - from.year()) / (MAS_PER_ARCSEC * Angles.ARCSEC_PER_RAD);
        return position.displaced(1, eastMasPerYr * radPerMasYr, northMasPerYr * radPerMasYr);
    }

    /// The motion's contribution to the covariance of a position moved over an uncertain time [arcsec^2].
    ///
    /// For a motion m with error e and a time t with standard deviation s, independent: e^2 (t^2 + s^2) + s^2 m^2
    /// on each axis and s^2 m_east m_north between them, the exact covariance of the product.
    ///
    /// @param years time between the two epochs [yr], of either sign
    /// @param spreadYears standard deviation of that time [yr], >= 0; 0 where both dates are known
    public PositionCovariance covariance(double years, double spreadYears) {
        Require.finite("years", years, "yr");
        Require.notNegative("spread_years", spreadYears, "yr");
        double reach = Math.hypot(years, spreadYears) / MAS_PER_ARCSEC;
        double spread = spreadYears / MAS_PER_ARCSEC;
        PositionCovariance ofMotion =
                PositionCovariance.diagonal(eastErrorMasPerYr * reach, northErrorMasPerYr * reach);
        double east = eastMasPerYr * spread;
        double north = northMasPerYr * spread;
        return ofMotion.plus(new PositionCovariance(east * east, north * north, east * north));
    }
}
