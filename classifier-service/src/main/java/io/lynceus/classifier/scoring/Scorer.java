package io.lynceus.classifier.scoring;

import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.BitSet;

/// Evidence of every part of a model's rule for every class, for many sources at once.
///
/// 1. The sum of a source's evidence over its parts is its ln unnormalised class score.
/// 2. `scores` are those sums, within 1e-9.
/// 3. A source's evidence does not depend on the sources beside it.
public interface Scorer {
    /// ln evidence: double[rows * (1 + parts) * classes], row-major; part 0 is the prior with the calibration, the
    /// others are the rule's.
    ///
    /// @param values double[rows * features], row-major, NaN = missing
    /// @param uncovered places in `values` of missing features that no observation covered; paper mode treats them
    ///     as missing
    double[] evidence(double[] values, BitSet uncovered);

    /// ln unnormalised class scores without their parts: double[rows * classes], row-major.
    double[] scores(double[] values, BitSet uncovered);

    /// Evidence where every missing value was looked for.
    default double[] evidence(double[] values) {
        return evidence(values, new BitSet());
    }

    /// Scores where every missing value was looked for.
    default double[] scores(double[] values) {
        return scores(values, new BitSet());
    }

    /// The evidence of each source summed over its parts.
    static double[] sums(double[] evidence, int parts, int classes) {
        int width = (1 + parts) * classes;
        double[] scores = new double[evidence.length / width * classes];
        for (int row = 0; row * width < evidence.length; row++) {
            for (int i = 0; i < width; i++) {
                scores[row * classes + i % classes] += evidence[row * width + i];
            }
        }
        return scores;
    }

    /// The fast scorer of a model.
    static Scorer of(Model model) {
        return switch (model.rule()) {
            case NaiveBayes bayes -> new NaiveBayesScorer(bayes, model.prior());
            case WeightedEvidence weighted -> new WeightedEvidenceScorer(weighted, model.prior());
        };
    }
}
