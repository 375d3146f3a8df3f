package io.lynceus.classifier.training;

import io.lynceus.classifier.fitting.TrainingTable;
import java.util.Set;

/// A fit as a user asks for it: a rule, and the model it shall make.
///
/// @param rule one of [TrainingOptions#FIT_RULES]
/// @param name of the model
/// @param missions that the model serves; empty for any
/// @param program that fits it, for the model's provenance
public record FitPlan(
        TrainingOptions options, String rule, String name, Set<String> missions, ServedPrior prior, String program) {
    public FitPlan {
        missions = Set.copyOf(missions);
    }

    /// The fit, ready to run.
    ///
    /// @param sample what the table is, in words
    /// @throws IllegalArgumentException if the rule is unknown, or the table lacks a feature
    public Fit of(TrainingTable table, String sample) {
        return new Fit(this, options.fitOptions(rule, table), table, sample);
    }
}
