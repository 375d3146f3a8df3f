package io.lynceus.crossmatch.catalogue;

import io.lynceus.crossmatch.detection.Require;
import io.lynceus.sky.SkyPosition;
import java.util.OptionalDouble;

/// Optical extent of a galaxy: the isophote at 25 mag per square arcsecond in B (D25), as an ellipse.
///
/// @param semiMajorArcsec semi-major axis [arcsec], > 0; half the full axis that catalogues list
/// @param semiMinorArcsec semi-minor axis [arcsec], in (0, semi-major axis]
/// @param angleDeg position angle of the major axis [deg], from north through east
/// @param redshift of the galaxy, > -1; empty: not known
/// @param distanceMpc redshift-independent distance [Mpc], > 0; empty: not known
public record GalaxyDisc(
        double semiMajorArcsec,
        double semiMinorArcsec,
        double angleDeg,
        OptionalDouble redshift,
        OptionalDouble distanceMpc) {
    public GalaxyDisc {
        Require.positive("semi-major axis", semiMajorArcsec, "arcsec");
        Require.positive("semi-minor axis", semiMinorArcsec, "arcsec");
        if (!(semiMinorArcsec <= semiMajorArcsec)) {
            throw new IllegalArgumentException("semi-minor axis is " + semiMinorArcsec
                    + ", must be at most the semi-major axis, " + semiMajorArcsec + " arcsec");
        }
        if (!Double.isFinite(angleDeg)) {
            throw new IllegalArgumentException("position angle is " + angleDeg + ", must be finite deg");
        }
    }

    /// Galactocentric radius of a position in units of the D25 ellipse's radius at that position angle, >= 0.
    ///
    /// s / (R1 R2 / sqrt((R2 cos d)^2 + (R1 sin d)^2)) with d the position angle counted from the major axis: 1 on
    /// the D25 ellipse, whatever the direction.
    ///
    /// Source: Tranin et al. 2022, A&A 657, A138, sect. 2, doi:10.1051/0004-6361/202141259.
    public double radiusOf(SkyPosition center, SkyPosition position) {
        double fromMajorRad = Math.toRadians(center.positionAngleDeg(position) - angleDeg);
        double radiusArcsec = semiMajorArcsec
                * semiMinorArcsec
                / Math.hypot(semiMinorArcsec * Math.cos(fromMajorRad), semiMajorArcsec * Math.sin(fromMajorRad));
        return center.separationArcsec(position) / radiusArcsec;
    }
}
