package io.lynceus.classifier.scoring;

import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.Prior;
import java.util.Arrays;
import java.util.BitSet;

/// Posteriors of many sources at once: double[rows * classes], row-major.
public final class Posteriors {
    private Posteriors() {}

    /// Under the model's prior; every missing value was looked for.
    public static double[] of(Model model, double[] values) {
        return of(model, values, new BitSet());
    }

    /// Under the model's prior.
    ///
    /// @param values double[rows * features], row-major, NaN = missing
    /// @param uncovered places in `values` of missing features that no observation covered
    public static double[] of(Model model, double[] values, BitSet uncovered) {
        int classes = model.taxonomy().size();
        double[] posteriors = Scorer.of(model).scores(values, uncovered);
        for (int at = 0; at < posteriors.length; at += classes) {
            double[] scores = Arrays.copyOfRange(posteriors, at, at + classes);
            double lnNormalisation = LogProbabilities.logSumExp(scores);
            for (int c = 0; c < classes; c++) {
                posteriors[at + c] = Math.exp(scores[c] - lnNormalisation);
            }
        }
        return posteriors;
    }

    /// The same evidence under another prior: P'(c) ~ P(c) pi'_c / pi_c.
    public static double[] underPrior(double[] posteriors, Prior from, Prior to) {
        int classes = to.probabilities().size();
        double[] moved = new double[posteriors.length];
        for (int at = 0; at < moved.length; at += classes) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                moved[at + c] = posteriors[at + c]
                        * to.probabilities().get(c)
                        / from.probabilities().get(c);
                sum += moved[at + c];
            }
            for (int c = 0; c < classes; c++) {
                moved[at + c] /= sum;
            }
        }
        return moved;
    }
}
