package io.lynceus.classifier.training;

import io.lynceus.classifier.evaluation.DecisionRules;
import io.lynceus.classifier.evaluation.LearningRule;
import io.lynceus.classifier.evaluation.ModelRule;
import io.lynceus.classifier.fitting.TrainingTable;

/// The rules that can be judged, by name.
@FunctionalInterface
public interface LearningRules {
    /// The rules by which a model is fitted, and [DecisionRules].
    LearningRules OWN = (name, options, table) -> name.equals(DecisionRules.NAME)
            ? new DecisionRules(options.taxonomy())
            : new ModelRule(name, options.fitOptions(name, table));

    /// @param table to learn from; it decides which features enough sources have
    /// @throws IllegalArgumentException if there is no rule of this name
    LearningRule named(String name, TrainingOptions options, TrainingTable table);
}
