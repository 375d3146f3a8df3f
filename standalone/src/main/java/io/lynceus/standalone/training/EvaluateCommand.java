package io.lynceus.standalone.training;

import io.lynceus.classifier.Assessment;
import io.lynceus.classifier.BayesVariant;
import io.lynceus.classifier.DecisionRules;
import io.lynceus.classifier.Evaluation;
import io.lynceus.classifier.EvaluationReport;
import io.lynceus.classifier.EvaluationTable;
import io.lynceus.classifier.FitOptions;
import io.lynceus.classifier.Learner;
import io.lynceus.classifier.Model;
import io.lynceus.classifier.ModelFit;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.classifier.WeightedEvidence;
import io.lynceus.classifier.files.EvaluationDocument;
import io.lynceus.classifier.files.report.AssessmentPage;
import io.lynceus.standalone.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lynceus model evaluate`: what ways of learning are worth on sources they have not seen.
@Command(
        name = "evaluate",
        description = {
            "Score ways of learning on held-out sources: folds split by sky cell, weights chosen inside the folds.",
            "Prints confusion matrix, recall, precision and F1 with 95%% intervals, calibration error and Brier score, with"
                    + " the sample's priors and with survey priors."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "TABLE", description = SampleOptions.TABLE)
    private @Nullable Path table;

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
                    + RandomForest.NAME + " (" + RandomForest.NAME + "-400 for 400 trees) and " + DecisionRules.NAME
                    + " (default: ${DEFAULT-VALUE}).")
    private List<String> methods = List.of();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write report.html, a page with plots, and report.json into a folder.")
    private @Nullable Path report;

    @Override
    public Integer call() {
        if (methods.contains(DecisionRules.NAME) && !DecisionRules.speakOf(choices.taxonomy())) {
            System.err.println(DecisionRules.NAME + " are left out: they know AGN, Star, XRB and CV");
            methods = methods.stream()
                    .filter(method -> !method.equals(DecisionRules.NAME))
                    .toList();
        }
        LabelledSample labelled = sample.read(table);
        List<EvaluationReport> reports = judged(labelled);
        if (json) {
            System.out.println(
                    new EvaluationDocument(new Assessment(labelled.description(), reports, List.of())).json());
        } else {
            reports.forEach(one -> System.out.println(new EvaluationTable(one).text()));
            System.out.println(EvaluationTable.summary(reports));
        }
        Path folder = report;
        if (folder != null) {
            Assessment assessment = new Assessment(labelled.description(), reports, models(labelled));
            WholeFile.write(folder.resolve("report.json"), new EvaluationDocument(assessment).json());
            WholeFile.write(folder.resolve("report.html"), new AssessmentPage(assessment).html());
            System.err.println("written to " + folder.resolve("report.html"));
        }
        return 0;
    }

    private List<EvaluationReport> judged(LabelledSample labelled) {
        TrainingTable rows = choices.table(labelled);
        long work = (long) methods.size() * choices.folds() * choices.seeds().size();
        List<EvaluationReport> reports = new ArrayList<>();
        try (Progress progress = new Progress("judging", "folds", json ? 0 : work)) {
            for (long seed : choices.seeds()) {
                List<Learner> learners = methods.stream()
                        .map(method -> choices.learner(method, rows, seed))
                        .toList();
                long before = (long) reports.size() * choices.folds();
                reports.addAll(
                        new Evaluation(choices.taxonomy(), learners, choices.folds(), seed, choices.surveyPrior())
                                .run(rows, SubSamples.of(labelled), judged -> {
                                    if (!json) {
                                        progress.update(before + judged);
                                    }
                                }));
            }
        }
        return reports;
    }

    /// What the methods that make a model make of all sources.
    private List<Model> models(LabelledSample labelled) {
        TrainingTable rows = choices.table(labelled);
        return methods.stream()
                .filter(FitChoices::makesModel)
                .map(method -> {
                    FitOptions options =
                            choices.plan(method, choices.seeds().getFirst()).options(rows);
                    return new ModelFit(options)
                            .fit(
                                    method,
                                    Set.of(),
                                    choices.prior(labelled),
                                    rows,
                                    labelled.description(),
                                    FitCommand.PROGRAM);
                })
                .toList();
    }
}
