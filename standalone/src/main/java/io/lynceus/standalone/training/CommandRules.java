package io.lynceus.standalone.training;

import io.lynceus.classifier.evaluation.DecisionRules;
import io.lynceus.classifier.evaluation.LearningRule;
import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.training.LearningRules;
import io.lynceus.classifier.training.TrainingOptions;

/// The rules that the commands judge: those of the classifier, and [RandomForest].
final class CommandRules implements LearningRules {
    static final CommandRules ALL = new CommandRules();

    private CommandRules() {}

    @Override
    public LearningRule named(String name, TrainingOptions options, TrainingTable table) {
        return RandomForest.treesOf(name).isEmpty()
                ? OWN.named(name, options, table)
                : new RandomForest(
                        options.taxonomy(),
                        table.measured(options.known().features(), options.taxonomy()).stream()
                                .map(FeatureDefinition::name)
                                .toList(),
                        RandomForest.treesOf(name).getAsInt(),
                        options.seed());
    }

    /// Whether a rule makes a model that can be written down.
    static boolean makesModel(String name) {
        return RandomForest.treesOf(name).isEmpty() && !name.equals(DecisionRules.NAME);
    }
}
