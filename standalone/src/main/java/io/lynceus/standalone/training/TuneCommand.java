package io.lynceus.standalone.training;

import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.SearchProgress;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.fitting.TuningReport;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.training.FitPlan;
import io.lynceus.classifier.training.TuningPlan;
import io.lynceus.standalone.terminal.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lynceus model tune`: the weights of paper mode for a labelled sample.
@Command(
        name = "tune",
        description = {
            "Find the weight of each category that maximises the F1 of a class, or the mean F1, by differential"
                    + " evolution.",
            "Densities never judge sources they were learned from. 'model evaluate' scores the weights on other"
                    + " sources.",
            "Ctrl-C leaves no file behind."
        })
final class TuneCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "TABLE", description = SampleOptions.TABLE)
    private @Nullable Path table;

    @Mixin
    private SampleOptions sample = new SampleOptions();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            defaultValue = NaiveBayesRule.AuthorsCode.NAME,
            description = "Rule of paper mode: " + NaiveBayesRule.SeedFormula.NAME + " or "
                    + NaiveBayesRule.AuthorsCode.NAME + " (default: ${DEFAULT-VALUE}).")
    private String rule = NaiveBayesRule.AuthorsCode.NAME;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also write a model with these weights, named as the file is (default: none).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        LabelledSample labelled = sample.read(table);
        TrainingTable rows = learning.table(labelled);
        TuningPlan plan = new TuningPlan(learning.training(), rule);
        FitOptions options = plan.fitOptions(rows);
        TuningReport tuning;
        try (Progress progress = new Progress("searching", "generations", 0)) {
            tuning = plan.run(rows, (generations, of, best) -> progress.update(generations, of));
        }
        System.out.println(text(tuning, options));
        Path file = out;
        if (file != null) {
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            Model model = new FitPlan(plan.options(), rule, name, Set.of(), learning.servedPrior(), FitCommand.PROGRAM)
                    .of(rows, labelled.description())
                    .learn(SearchProgress.NONE);
            ModelDocument document = ModelDocument.of(model);
            WholeFile.write(file, document.json());
            System.out.println("fitted " + document.id() + ", written to " + file);
        }
        return 0;
    }

    private static String text(TuningReport tuning, FitOptions options) {
        Taxonomy taxonomy = options.taxonomy();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s over %d sky-grouped folds: %.3f%n%s%n",
                options.rule().description(),
                options.innerFolds(),
                tuning.objective(),
                tuning.rule().description()));
        for (int c = 0; c < taxonomy.size(); c++) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-8s recall %5.1f   precision %5.1f   F1 %5.1f%n",
                    taxonomy.classes().get(c),
                    100 * tuning.matrix().recall(c),
                    100 * tuning.matrix().precision(c),
                    100 * tuning.matrix().f1(c)));
        }
        return text.append(String.format(
                        Locale.ROOT, "  macro F1 %.1f", 100 * tuning.matrix().macroF1()))
                .toString();
    }
}
