package io.lynceus.classifier.training;

import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;

/// Class proportions that a fitted model assumes in service.
public sealed interface ServedPrior {
    String SAMPLE = "sample";
    String SURVEY = "survey";

    /// Proportions for a model of these classes, fitted to this table.
    Prior of(Taxonomy taxonomy, TrainingTable table);

    /// Reads [#SAMPLE], [#SURVEY] or one number per class.
    static ServedPrior parse(List<String> words) {
        return switch (String.join(",", words)) {
            case SAMPLE -> new OfSample();
            case SURVEY -> new OfSurvey();
            default -> new Given(new Prior(words.stream().map(Double::valueOf).toList()));
        };
    }

    /// The sample's own proportions.
    record OfSample() implements ServedPrior {
        @Override
        public Prior of(Taxonomy taxonomy, TrainingTable table) {
            return Prior.ofCounts(taxonomy.classes().stream()
                    .mapToInt(of -> table.counts().getOrDefault(of.name(), 0))
                    .toArray());
        }
    }

    /// A survey's proportions ([Prior#survey]).
    record OfSurvey() implements ServedPrior {
        @Override
        public Prior of(Taxonomy taxonomy, TrainingTable table) {
            return Prior.survey(taxonomy);
        }
    }

    /// Proportions that the user gives.
    record Given(Prior prior) implements ServedPrior {
        @Override
        public Prior of(Taxonomy taxonomy, TrainingTable table) {
            return prior;
        }
    }
}
