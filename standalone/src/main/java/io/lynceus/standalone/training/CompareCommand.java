package io.lynceus.standalone.training;

import io.lynceus.classifier.Comparison;
import io.lynceus.classifier.Comparison.Side;
import io.lynceus.classifier.ComparisonReport;
import io.lynceus.classifier.ComparisonTable;
import io.lynceus.classifier.FitPlan;
import io.lynceus.classifier.Model;
import io.lynceus.classifier.ModelLearner;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.classifier.WeightedEvidence;
import io.lynceus.classifier.files.ComparisonDocument;
import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.classifier.files.ModelFolder;
import io.lynceus.standalone.Progress;
import io.lynceus.standalone.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lynceus model compare`: two ways of learning, or two training samples, on the same held-out sources.
@Command(
        name = "compare",
        description = {
            "Judge two ways of learning on the same held-out sources: F1, the difference with its 95%% interval over the"
                    + " same draws of sky cells, and which sources go from which class to which.",
            "A and B are methods of 'model evaluate', models (learned anew in every fold, by their rule with their"
                    + " features and pairs), or tables of labelled sources to learn from. Neither learns from the piece of"
                    + " sky on which it is judged. With --with-consensus B learns from the volunteers' sources, too, and"
                    + " the table alone judges."
        })
final class CompareCommand implements Callable<Integer> {
    /// Models that come with the suite.
    private static final List<String> SHIPPED = List.of("csc2", "csc2-paper", "demo");

    @Parameters(index = "0", paramLabel = "A", description = "Method, model (NAME or FILE.json) or table.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other.")
    private String second = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "TABLE",
            description = "Labelled sources to judge on (default: A, if that is a table).")
    private @Nullable Path table;

    @Mixin
    private SampleOptions sample = new SampleOptions();

    @Mixin
    private FitChoices choices = new FitChoices();

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            defaultValue = WeightedEvidence.NAME,
            description = "Rule by which is learned from tables (default: ${DEFAULT-VALUE}).")
    private String variant = WeightedEvidence.NAME;

    @Option(names = "--json", description = "Print the comparison as JSON, every move with its source.")
    private boolean json;

    @Override
    public Integer call() {
        LabelledSample labelled = sample.read(table == null && isTable(first) ? Path.of(first) : table);
        TrainingTable rows = choices.table(labelled);
        Optional<ConsensusSample> crowd = sample.consensus(suite, Set.of());
        TrainingTable more = crowd.isPresent() ? choices.table(crowd.get().addedTo(labelled)) : rows;
        Side with = side(second, more);
        Comparison comparison = new Comparison(
                choices.taxonomy(),
                side(first, rows),
                crowd.isPresent() ? new Side(with.name() + " with consensus", with.learner(), more) : with,
                choices.folds(),
                choices.seed());
        List<String> names =
                labelled.sources().stream().map(LabelledSource::name).toList();
        if (json) {
            System.out.println(new ComparisonDocument(comparison.run(rows, folds -> {}), names).json());
            return 0;
        }
        ComparisonReport report;
        try (Progress progress = new Progress("judging", "folds", 2L * choices.folds())) {
            report = comparison.run(rows, progress::update);
        }
        System.out.println(new ComparisonTable(report, names).text());
        return 0;
    }

    private static boolean isTable(String side) {
        return !side.endsWith(".json") && Files.isRegularFile(Path.of(side));
    }

    private Side side(String side, TrainingTable rows) {
        if (isTable(side)) {
            TrainingTable training = choices.table(sample.read(Path.of(side)));
            return new Side(side, choices.learner(variant, training, choices.seed()), training);
        }
        Optional<Model> model = model(side);
        if (model.isEmpty()) {
            if (FitChoices.makesModel(side) && !FitPlan.RULES.contains(side)) {
                throw new IllegalArgumentException("there is no table, model or method " + side);
            }
            return new Side(side, choices.learner(side, rows, choices.seed()), rows);
        }
        if (!model.get().taxonomy().equals(choices.taxonomy())) {
            throw new IllegalArgumentException("model %s tells %s apart, not %s: name them in --classes"
                    .formatted(
                            side,
                            model.get().taxonomy().classes(),
                            choices.taxonomy().classes()));
        }
        FitPlan plan = FitPlan.of(model.get(), choices.objective(), choices.folds(), choices.seed());
        return new Side(side, new ModelLearner(side, plan.options(rows)), rows);
    }

    /// The model of a file or a name; empty where it is none.
    private Optional<Model> model(String side) {
        if (side.endsWith(".json")) {
            try {
                return Optional.of(
                        ModelDocument.read(Files.readString(Path.of(side))).model());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        ModelFolder models = new ModelFolder(SHIPPED, Optional.of(suite.folder().models()));
        return models.models().stream()
                .filter(id -> id.name().equals(side) || id.toString().equals(side))
                .findFirst()
                .flatMap(models::classifier)
                .map(classifier -> classifier.model());
    }
}
