package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.fitting.TrainingTable;
import java.util.List;
import java.util.Optional;

/// A rule that learns classes from labelled sources, as an [Evaluation] judges it.
///
/// 1. What it learns depends on the training rows alone.
/// 2. Equal training rows give equal answers.
public interface LearningRule {
    /// Name in reports.
    String name();

    /// Features it looks at, for reports.
    List<String> features();

    /// @param training rows of the taxonomy, with the features as columns among others
    Learned learn(TrainingTable training);

    /// What was learned.
    interface Learned {
        /// Class probabilities double[rows * classes], row-major, where the classes come as often as in training.
        double[] posteriors(TrainingTable rows);

        /// How unusual each row is for every class [dex]; empty where it cannot tell.
        default Optional<double[]> outlierMeasures(TrainingTable rows) {
            return Optional.empty();
        }

        /// What it chose, in words for a report; empty where it has nothing to choose.
        default String choice() {
            return "";
        }
    }
}
