package io.lynceus.labels.consensus;

/// Posteriors against the truth.
///
/// @param accuracy sources whose most probable class is right
/// @param meanConfidence mean probability of that class
/// @param calibrationError expected calibration error: mean over ten bins of confidence of |share right − mean
///     confidence|, weighted by the sources in them
public record Scorecard(SuccessRate accuracy, double meanConfidence, double calibrationError) {
    private static final int BINS = 10;

    /// @param truth class of each source
    public static Scorecard of(Posteriors posteriors, byte[] truth) {
        int[] right = new int[BINS];
        double[] confidence = new double[BINS];
        for (int source = 0; source < truth.length; source++) {
            int bin = Math.min(BINS - 1, (int) (posteriors.confidence(source) * BINS));
            right[bin] += posteriors.best(source) == truth[source] ? 1 : 0;
            confidence[bin] += posteriors.confidence(source);
        }
        int successes = 0;
        double sum = 0;
        double miss = 0;
        for (int bin = 0; bin < BINS; bin++) {
            successes += right[bin];
            sum += confidence[bin];
            miss += Math.abs(right[bin] - confidence[bin]);
        }
        return new Scorecard(new SuccessRate(successes, truth.length), sum / truth.length, miss / truth.length);
    }
}
