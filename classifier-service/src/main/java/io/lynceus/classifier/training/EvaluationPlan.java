package io.lynceus.classifier.training;

import io.lynceus.classifier.evaluation.Evaluation;
import io.lynceus.classifier.evaluation.LearningRule;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Prior;
import java.util.List;

/// An evaluation as a user asks for it: rules to judge on the same held-out sky.
///
/// @param rules by name
public record EvaluationPlan(TrainingOptions options, List<String> rules) {
    public EvaluationPlan {
        rules = List.copyOf(rules);
    }

    /// The rules made ready for a table, in order.
    ///
    /// @throws IllegalArgumentException if a rule is unknown, or the table lacks what it needs
    public List<LearningRule> rules(TrainingTable table, LearningRules known) {
        return rules.stream().map(name -> known.named(name, options, table)).toList();
    }

    /// The evaluation, ready to run on the table.
    ///
    /// @throws IllegalArgumentException if a rule is unknown, or the table lacks what it needs
    public Evaluation of(TrainingTable table, LearningRules known) {
        return new Evaluation(
                options.taxonomy(),
                rules(table, known),
                options.folds(),
                options.seed(),
                Prior.survey(options.taxonomy()));
    }

    /// Folds to learn and judge, of all rules together.
    public long folds() {
        return (long) rules.size() * options.folds();
    }
}
