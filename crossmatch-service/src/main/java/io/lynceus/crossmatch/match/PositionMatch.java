package io.lynceus.crossmatch.match;

import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import io.lynceus.sky.TangentOffset;

/// How well two measured positions agree.
///
/// @param separationArcsec on the great circle [arcsec], >= 0
/// @param separationSigma Mahalanobis distance under the combined covariance, >= 0
/// @param log10BayesFactor evidence of one source over two unrelated ones, base 10
public record PositionMatch(double separationArcsec, double separationSigma, double log10BayesFactor) {
    /// Arcseconds in a radian, 648000 / pi; by definition of the degree.
    private static final double ARCSEC_PER_RAD = 648_000 / Math.PI;

    /// ln of the Bayes factor of two coincident positions with unit covariance determinant [arcsec^4]: ln 2 plus
    /// the change of the determinant from arcsec^4 to rad^4 under the square root.
    private static final double LN_UNIT_BAYES_FACTOR = Math.log(2) + 2 * Math.log(ARCSEC_PER_RAD);

    /// Compares two positions, exactly for Gaussian errors of any orientation.
    ///
    /// `ln B = ln 2 - 1/2 ln |C| - 1/2 d' C^-1 d` in radians. C is the sum of both covariances, d the offset in the
    /// tangent plane. This is the flat-sky limit of Budavári & Szalay 2008, sect. 4, doi:10.1086/587156, for
    /// ellipses as in Pineau et al. 2017, sect. 4, doi:10.1051/0004-6361/201629219. Valid while the errors are far
    /// below a radian.
    public static PositionMatch between(SkyPosition one, SkyPosition other, PositionCovariance combined) {
        double mahalanobisSquared = combined.mahalanobisSquared(TangentOffset.between(one, other));
        return new PositionMatch(
                one.separationArcsec(other),
                Math.sqrt(mahalanobisSquared),
                (peakLnBayesFactor(combined) - mahalanobisSquared / 2) / Math.log(10));
    }

    /// ln of the largest Bayes factor that positions of this combined covariance can reach, at no separation.
    public static double peakLnBayesFactor(PositionCovariance combined) {
        return LN_UNIT_BAYES_FACTOR - Math.log(combined.determinant()) / 2;
    }

    /// Odds of a match over chance among unrelated sources of this density [deg^-2], with no other candidate.
    ///
    /// @param completeness probability that the counterpart is in the catalogue at all, in (0, 1]
    public double odds(double densityPerSqDeg, double completeness) {
        return completeness * Math.pow(10, log10BayesFactor) / (densityPerSqDeg * WholeSky.SQ_DEG);
    }

    /// Whether the other position lies in the ellipse of this many sigma, widened by a margin [arcsec] all around.
    public boolean within(double sigmas, double marginArcsec) {
        return separationSigma <= sigmas || separationArcsec * (1 - sigmas / separationSigma) <= marginArcsec;
    }
}
