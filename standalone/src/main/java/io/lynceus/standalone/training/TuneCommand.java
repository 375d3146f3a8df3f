package io.lynceus.standalone.training;

import io.lynceus.classifier.BayesVariant;
import io.lynceus.classifier.FitOptions;
import io.lynceus.classifier.Model;
import io.lynceus.classifier.ModelFit;
import io.lynceus.classifier.Taxonomy;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.classifier.Tuning;
import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.standalone.Progress;
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
            "Find the weight of each category that maximises the F1 of a class, or the mean F1, by differential evolution.",
            "No source is judged by densities that have seen it; what the weights are worth on others, 'model evaluate'"
                    + " tells. Ctrl-C leaves nothing behind."
        })
final class TuneCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "TABLE", description = SampleOptions.TABLE)
    private @Nullable Path table;

    @Mixin
    private SampleOptions sample = new SampleOptions();

    @Mixin
    private FitChoices choices = new FitChoices();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            defaultValue = BayesVariant.AuthorsCode.NAME,
            description = "Rule of paper mode: " + BayesVariant.SeedFormula.NAME + " or "
                    + BayesVariant.AuthorsCode.NAME + " (default: ${DEFAULT-VALUE}).")
    private String variant = BayesVariant.AuthorsCode.NAME;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also write a model with these weights, named as the file is (default: none).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        LabelledSample labelled = sample.read(table);
        TrainingTable rows = choices.table(labelled);
        FitOptions options = choices.plan(variant, choices.seed()).options(rows);
        Tuning tuning;
        try (Progress progress = new Progress("searching", "generations", 0)) {
            tuning = new ModelFit(options, (generations, of, best) -> progress.update(generations, of)).tune(rows);
        }
        System.out.println(text(tuning, options));
        Path file = out;
        if (file != null) {
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            Model model = new ModelFit(options)
                    .fit(name, Set.of(), choices.prior(labelled), rows, labelled.description(), FitCommand.PROGRAM);
            ModelDocument document = ModelDocument.of(model);
            WholeFile.write(file, document.json());
            System.out.println("fitted " + document.id() + ", written to " + file);
        }
        return 0;
    }

    private static String text(Tuning tuning, FitOptions options) {
        Taxonomy taxonomy = options.taxonomy();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s over %d sky-grouped folds: %.3f%n%s%n",
                options.recipe().description(),
                options.innerFolds(),
                tuning.objective(),
                tuning.variant().description()));
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
