package io.lynceus.labels.consensus;

/// Successes among trials, with the 95% interval of the share behind them.
///
/// @param successes 0 to `trials`
public record SuccessRate(int successes, int trials) {
    /// Two-sided 95% quantile of the normal distribution [standard deviations].
    private static final double Z_95 = 1.959963984540054;

    public SuccessRate {
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException("successes must lie in [0, " + trials + "]: " + successes);
        }
    }

    /// Share of successes, 0 without trials.
    public double share() {
        return trials == 0 ? 0 : (double) successes / trials;
    }

    /// Lower end of the Wilson score interval, in [0, share].
    ///
    /// Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209, doi:10.1080/01621459.1927.10502953.
    public double low() {
        return trials == 0 ? 0 : Math.max(0, centre() - half());
    }

    /// Upper end of the Wilson score interval, in [share, 1].
    public double high() {
        return trials == 0 ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (share() + Z_95 * Z_95 / (2 * trials)) / (1 + Z_95 * Z_95 / trials);
    }

    private double half() {
        double variance = share() * (1 - share()) / trials + Z_95 * Z_95 / (4.0 * trials * trials);
        return Z_95 / (1 + Z_95 * Z_95 / trials) * Math.sqrt(variance);
    }
}
