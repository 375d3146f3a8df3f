package io.lynceus.classifier;

import io.lynceus.classifier.evaluation.Assessment;
import io.lynceus.classifier.evaluation.Evaluation;
import io.lynceus.classifier.evaluation.LearningRule;
import io.lynceus.classifier.evaluation.ModelRule;
import io.lynceus.classifier.evaluation.SubSample;
import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.Set;

/// An assessment of both kinds of model on made-up sources.
public final class AssessmentExample {
    private AssessmentExample() {}

    public static Assessment of(String sample) {
        TrainingTable table = SyntheticSky.table(240, 1);
        List<FitOptions> options = List.of(
                SyntheticSky.evidenceOptions(),
                SyntheticSky.options(SyntheticSky.variants().getLast()));
        List<LearningRule> learners = options.stream()
                .<LearningRule>map(fit -> new ModelRule(fit.rule().wireName(), fit))
                .toList();
        return new Assessment(
                sample,
                new Evaluation(Taxonomy.FOUR_CLASSES, learners, 3, 1, Prior.SURVEY_FOUR_CLASSES)
                        .run(table, List.of(new SubSample("even rows", row -> row % 2 == 0)), folds -> {}),
                options.stream()
                        .map(fit -> new ModelFit(fit)
                                .fit(fit.rule().wireName(), Set.of(), Prior.SURVEY_FOUR_CLASSES, table, sample, "test"))
                        .toList());
    }
}
