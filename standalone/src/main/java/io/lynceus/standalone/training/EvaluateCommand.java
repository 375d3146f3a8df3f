package io.lynceus.standalone.training;

import io.lynceus.classifier.evaluation.Assessment;
import io.lynceus.classifier.evaluation.DecisionRules;
import io.lynceus.classifier.evaluation.EvaluationReport;
import io.lynceus.classifier.evaluation.EvaluationTable;
import io.lynceus.classifier.files.EvaluationDocument;
import io.lynceus.classifier.files.report.AssessmentPage;
import io.lynceus.classifier.fitting.SearchProgress;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.training.EvaluationPlan;
import io.lynceus.classifier.training.FitPlan;
import io.lynceus.classifier.training.TrainingOptions;
import io.lynceus.standalone.terminal.Progress;
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

/// `lynceus model evaluate`: scores of rules on held-out sources.
@Command(
        name = "evaluate",
        description = {
            "Score rules on held-out sources: folds split by sky cell, weights chosen inside the folds.",
            "Prints confusion matrix, recall, precision and F1 with 95%% intervals, calibration error and Brier score,"
                    + " with the sample's priors and with survey priors."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "TABLE", description = SampleOptions.TABLE)
    private @Nullable Path table;

    @Mixin
    private SampleOptions sample = new SampleOptions();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(
            names = "--methods",
            paramLabel = "NAME",
            split = ",",
            defaultValue = WeightedEvidence.NAME + "," + NaiveBayesRule.AuthorsCode.NAME + "," + RandomForest.NAME + ","
                    + DecisionRules.NAME,
            description = "Rules to judge, all on the same folds: the rules of 'model fit', "
                    + RandomForest.NAME + " (" + RandomForest.NAME + "-400 for 400 trees) and " + DecisionRules.NAME
                    + " (default: ${DEFAULT-VALUE}).")
    private List<String> rules = List.of();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write report.html, a page with plots, and report.json into a folder.")
    private @Nullable Path report;

    @Override
    public Integer call() {
        if (rules.contains(DecisionRules.NAME)
                && !DecisionRules.speakOf(
                        learning.training(learning.seeds().getFirst()).taxonomy())) {
            System.err.println(DecisionRules.NAME + " are left out: they know AGN, Star, XRB and CV");
            rules = rules.stream()
                    .filter(rule -> !rule.equals(DecisionRules.NAME))
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
        TrainingTable rows = learning.table(labelled);
        List<EvaluationPlan> plans = learning.seeds().stream()
                .map(seed -> new EvaluationPlan(learning.training(seed), rules))
                .toList();
        long folds = plans.stream().mapToLong(EvaluationPlan::folds).sum();
        List<EvaluationReport> reports = new ArrayList<>();
        try (Progress progress = new Progress("judging", "folds", json ? 0 : folds)) {
            long before = 0;
            for (EvaluationPlan plan : plans) {
                long done = before;
                reports.addAll(plan.of(rows, CommandRules.ALL).run(rows, SubSamples.of(labelled), judged -> {
                    if (!json) {
                        progress.update(done + judged);
                    }
                }));
                before += plan.folds();
            }
        }
        return reports;
    }

    /// The model of all sources, for every rule that makes one.
    private List<Model> models(LabelledSample labelled) {
        TrainingTable rows = learning.table(labelled);
        TrainingOptions options = learning.training(learning.seeds().getFirst());
        return rules.stream()
                .filter(CommandRules::makesModel)
                .map(rule -> new FitPlan(options, rule, rule, Set.of(), learning.servedPrior(), FitCommand.PROGRAM)
                        .of(rows, labelled.description())
                        .learn(SearchProgress.NONE))
                .toList();
    }
}
