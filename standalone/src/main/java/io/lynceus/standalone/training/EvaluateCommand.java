package io.lynceus.standalone.training;

import io.lynceus.classifier.Evaluation;
import io.lynceus.classifier.EvaluationReport;
import io.lynceus.classifier.EvaluationTable;
import io.lynceus.classifier.FitOptions;
import io.lynceus.classifier.Prior;
import io.lynceus.classifier.files.EvaluationDocument;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lynceus model evaluate`: what a way of fitting is worth on sources it has not seen.
@Command(
        name = "evaluate",
        description = {
            "Score a way of fitting on held-out sources: folds split by sky cell, weights chosen inside the folds.",
            "Prints confusion matrix, recall, precision and F1 with 95%% intervals, calibration error and Brier score, with"
                    + " the sample's priors and with survey priors."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private SampleOptions sample = new SampleOptions();

    @Mixin
    private FitChoices choices = new FitChoices();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        LabelledSample labelled = sample.read();
        FitOptions options = choices.of(labelled);
        EvaluationReport report = new Evaluation(options, choices.folds(), Prior.SURVEY_FOUR_CLASSES)
                .run(labelled.table(options.features()));
        System.out.println(json ? new EvaluationDocument(report).json() : new EvaluationTable(report).text());
        return 0;
    }
}
