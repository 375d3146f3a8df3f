package io.lynceus.classifier.fitting;

import io.lynceus.classifier.model.SourceClass;

/// Objective of the search for category weights, on sources the densities have not seen.
public sealed interface Objective {
    /// Value of the objective for a confusion matrix, in [0, 1].
    double of(ConfusionMatrix matrix);

    /// The rule in words, for a model's provenance.
    String description();

    /// F1 averaged over the classes.
    record MeanF1() implements Objective {
        @Override
        public double of(ConfusionMatrix matrix) {
            return matrix.macroF1();
        }

        @Override
        public String description() {
            return "mean F1";
        }
    }

    /// F1 of one class, such as the XRBs of the seed work.
    record ClassF1(SourceClass sourceClass) implements Objective {
        @Override
        public double of(ConfusionMatrix matrix) {
            return matrix.f1(matrix.taxonomy().indexOf(sourceClass));
        }

        @Override
        public String description() {
            return "F1 of " + sourceClass;
        }
    }
}
