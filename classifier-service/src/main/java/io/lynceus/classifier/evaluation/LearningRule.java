package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.fitting.TrainingTable;
import java.util.List;
import java.util.Optional;

/// A rule that learns classes from labelled sources, as an [Evaluation] judges it.
///
/// 1. What it learns depends on the training rows alone.
/// 2. Equal training rows give equal results.
public interface LearningRule {
    /// Name in reports.
    String name();

    /// Features it looks at, for reports.
    List<String> features();

    /// @param training rows of the taxonomy, with the features as columns among others
    Learned learn(TrainingTable training);

    /// A rule after learning.
    interface Learned {
        /// Class probabilities double[rows * classes], row-major, where the classes come as often as in training.
        double[] posteriors(TrainingTable rows);

        /// Outlier measure of each row [dex]; empty for a rule without one.
        default Optional<double[]> outlierMeasures(TrainingTable rows) {
            return Optional.empty();
        }

        /// Its chosen weights, in words for a report; empty for a rule without a choice.
        default String choice() {
            return "";
        }
    }
}
