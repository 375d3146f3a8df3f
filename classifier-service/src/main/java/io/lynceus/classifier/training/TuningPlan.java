package io.lynceus.classifier.training;

import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.SearchProgress;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.fitting.TuningReport;

/// A tuning as a user asks for it: the weights of a rule of paper mode.
public record TuningPlan(TrainingOptions options, String rule) {
    /// @throws IllegalArgumentException if the rule is unknown, or the table lacks a feature
    public FitOptions fitOptions(TrainingTable table) {
        return options.fitOptions(rule, table);
    }

    /// Searches for the weights.
    ///
    /// @throws IllegalArgumentException if the rule has no weights to tune
    public TuningReport run(TrainingTable table, SearchProgress progress) {
        return new ModelFit(fitOptions(table), progress).tune(table);
    }
}
