package io.lynceus.classifier.model;

/// 95% confidence interval of a proportion or score, 0 <= low <= high <= 1.
public record ConfidenceInterval(double low, double high) {
    /// Two-sided 95% quantile of the normal distribution, in standard deviations.
    private static final double Z_95 = 1.959963984540054;

    public ConfidenceInterval {
        if (!(low >= 0 && low <= high && high <= 1)) {
            throw new IllegalArgumentException("no interval within [0, 1]: [" + low + ", " + high + "]");
        }
    }

    /// Wilson score interval of `successes` in `trials`; [0, 1] without trials.
    ///
    /// Source: Wilson (1927), J. Am. Stat. Assoc. 22, 209.
    public static ConfidenceInterval wilson(int successes, int trials) {
        if (trials == 0) {
            return new ConfidenceInterval(0, 1);
        }
        double share = (double) successes / trials;
        double z2 = Z_95 * Z_95;
        double centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
        double half = Z_95 / (1 + z2 / trials) * Math.sqrt(share * (1 - share) / trials + z2 / (4.0 * trials * trials));
        return new ConfidenceInterval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /// Interval of an area under the receiver operating characteristic by its standard error.
    ///
    /// Source: Hanley & McNeil (1982), Radiology 143, 29, doi:10.1148/radiology.143.1.7063747.
    public static ConfidenceInterval hanleyMcNeil(double area, int positives, int negatives) {
        double twoPositives = area / (2 - area);
        double twoNegatives = 2 * area * area / (1 + area);
        double variance = (area * (1 - area)
                        + (positives - 1) * (twoPositives - area * area)
                        + (negatives - 1) * (twoNegatives - area * area))
                / ((double) positives * negatives);
        double half = Z_95 * Math.sqrt(variance);
        return new ConfidenceInterval(Math.max(0, area - half), Math.min(1, area + half));
    }
}
