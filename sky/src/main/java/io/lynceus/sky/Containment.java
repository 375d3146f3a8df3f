package io.lynceus.sky;

/// How much of a two-dimensional Gaussian position error lies within a radius.
///
/// For a per-axis standard deviation sigma the radius that contains the probability c is sigma * sqrt(-2
/// ln(1-c)), the quantile of the Rayleigh distribution: 1.515 sigma for 68.3%, 2.146 for 90%, 2.448 for 95%.
public final class Containment {
    /// Probability within one per-axis standard deviation, 1 - exp(-1/2) = 0.3935; the Rayleigh distribution at 1
    /// sigma.
    public static final double ONE_SIGMA_PER_AXIS = -Math.expm1(-0.5);

    private Containment() {}

    /// Radius that contains a probability, in per-axis standard deviations.
    ///
    /// @param containment probability, in (0, 1)
    public static double sigmaFactor(double containment) {
        require(containment);
        return Math.sqrt(-2 * Math.log1p(-containment));
    }

    static void require(double containment) {
        if (!(containment > 0 && containment < 1)) {
            throw Require.refused("error_containment", containment, "lie in (0, 1)", "(probability)");
        }
    }
}
