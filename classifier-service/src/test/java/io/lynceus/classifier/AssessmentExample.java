package io.lynceus.classifier;

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
        List<Learner> learners = options.stream()
                .<Learner>map(fit -> new ModelLearner(fit.recipe().wireName(), fit))
                .toList();
        return new Assessment(
                sample,
                new Evaluation(Taxonomy.FOUR_CLASSES, learners, 3, 1, Prior.SURVEY_FOUR_CLASSES)
                        .run(table, List.of(new SubSample("even rows", row -> row % 2 == 0)), folds -> {}),
                options.stream()
                        .map(fit -> new ModelFit(fit)
                                .fit(
                                        fit.recipe().wireName(),
                                        Set.of(),
                                        Prior.SURVEY_FOUR_CLASSES,
                                        table,
                                        sample,
                                        "test"))
                        .toList());
    }
}
