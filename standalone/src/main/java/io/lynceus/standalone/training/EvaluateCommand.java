package io.lynceus.standalone.training;

import io.lynceus.classifier.BayesVariant;
import io.lynceus.classifier.DecisionRules;
import io.lynceus.classifier.Evaluation;
import io.lynceus.classifier.EvaluationReport;
import io.lynceus.classifier.EvaluationTable;
import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.Learner;
import io.lynceus.classifier.ModelLearner;
import io.lynceus.classifier.StandardFeatures;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.classifier.WeightedEvidence;
import io.lynceus.classifier.files.EvaluationDocument;
import io.lynceus.standalone.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lynceus model evaluate`: what ways of learning are worth on sources they have not seen.
@Command(
        name = "evaluate",
        description = {
            "Score ways of learning on held-out sources: folds split by sky cell, weights chosen inside the folds.",
            "Prints confusion matrix, recall, precision and F1 with 95%% intervals, calibration error and Brier score, with"
                    + " the sample's priors and with survey priors."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private SampleOptions sample = new SampleOptions();

    @Mixin
    private FitChoices choices = new FitChoices();

    @Option(
            names = "--methods",
            paramLabel = "NAME",
            split = ",",
            defaultValue = WeightedEvidence.NAME + "," + BayesVariant.AuthorsCode.NAME + "," + RandomForest.NAME + ","
                    + DecisionRules.NAME,
            description = "Ways of learning, all judged on the same folds: the variants of 'model fit', "
                    + RandomForest.NAME + " and " + DecisionRules.NAME + " (default: ${DEFAULT-VALUE}).")
    private List<String> methods = List.of();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        LabelledSample labelled = sample.read();
        List<Learner> learners =
                methods.stream().map(method -> learner(method, labelled)).toList();
        List<EvaluationReport> reports = judged(labelled, learners);
        if (json) {
            System.out.println(new EvaluationDocument(reports).json());
        } else {
            reports.forEach(report -> System.out.println(new EvaluationTable(report).text()));
            System.out.println(EvaluationTable.summary(reports));
        }
        return 0;
    }

    private Learner learner(String method, LabelledSample labelled) {
        return switch (method) {
            case RandomForest.NAME ->
                new RandomForest(
                        choices.taxonomy(),
                        labelled.measured(StandardFeatures.ALL, choices.taxonomy()).stream()
                                .map(FeatureDefinition::name)
                                .toList(),
                        choices.seed());
            case DecisionRules.NAME -> new DecisionRules(choices.taxonomy());
            default -> new ModelLearner(method, choices.of(method, labelled));
        };
    }

    private List<EvaluationReport> judged(LabelledSample labelled, List<Learner> learners) {
        Evaluation evaluation =
                new Evaluation(choices.taxonomy(), learners, choices.folds(), choices.seed(), choices.surveyPrior());
        TrainingTable table = labelled.table(StandardFeatures.ALL);
        if (json) {
            return evaluation.run(table, SubSamples.of(labelled), folds -> {});
        }
        try (Progress progress = new Progress("judging", "folds", (long) learners.size() * choices.folds())) {
            return evaluation.run(table, SubSamples.of(labelled), progress::update);
        }
    }
}
