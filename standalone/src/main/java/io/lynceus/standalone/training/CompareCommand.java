package io.lynceus.standalone.training;

import io.lynceus.classifier.evaluation.Comparison;
import io.lynceus.classifier.evaluation.Comparison.Side;
import io.lynceus.classifier.evaluation.ComparisonReport;
import io.lynceus.classifier.evaluation.ComparisonTable;
import io.lynceus.classifier.evaluation.ModelRule;
import io.lynceus.classifier.files.ComparisonDocument;
import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.classifier.files.ModelFolder;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.training.TrainingOptions;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.terminal.Progress;
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

/// `lynceus model compare`: two rules, or two training samples, on the same held-out sources.
@Command(
        name = "compare",
        description = {
            "Judge two rules on the same held-out sources: F1, the difference with its 95%% interval over the"
                    + " same draws of sky cells, and which sources go from which class to which.",
            "A and B are rules of 'model evaluate', models (fitted again in every fold, by their rule with their"
                    + " features and pairs), or tables of labelled sources to learn from. Neither learns from the piece of"
                    + " sky on which it is judged. With --with-consensus B learns from the volunteers' sources, too, and"
                    + " the table alone judges."
        })
final class CompareCommand implements Callable<Integer> {
    /// Models that come with the suite.
    private static final List<String> SHIPPED = List.of("csc2", "csc2-paper", "demo");

    @Parameters(index = "0", paramLabel = "A", description = "Rule, model (NAME or FILE.json) or table.")
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
    private LearningOptions learning = new LearningOptions();

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            defaultValue = WeightedEvidence.NAME,
            description = "Rule that learns from tables (default: ${DEFAULT-VALUE}).")
    private String rule = WeightedEvidence.NAME;

    @Option(names = "--json", description = "Print the comparison as JSON, every move with its source.")
    private boolean json;

    @Override
    public Integer call() {
        LabelledSample labelled = sample.read(table == null && isTable(first) ? Path.of(first) : table);
        TrainingOptions options = learning.training();
        TrainingTable rows = learning.table(labelled);
        Optional<ConsensusSample> crowd = sample.consensus(suite, Set.of());
        TrainingTable more = crowd.isPresent() ? learning.table(crowd.get().addedTo(labelled)) : rows;
        Side with = side(second, more, options);
        Comparison comparison = options.comparison(
                side(first, rows, options),
                crowd.isPresent() ? new Side(with.name() + " with consensus", with.rule(), more) : with);
        List<String> names =
                labelled.sources().stream().map(LabelledSource::name).toList();
        if (json) {
            System.out.println(new ComparisonDocument(comparison.run(rows, folds -> {}), names).json());
            return 0;
        }
        ComparisonReport report;
        try (Progress progress = new Progress("judging", "folds", 2L * options.folds())) {
            report = comparison.run(rows, progress::update);
        }
        System.out.println(new ComparisonTable(report, names).text());
        return 0;
    }

    private static boolean isTable(String side) {
        return !side.endsWith(".json") && Files.isRegularFile(Path.of(side));
    }

    private Side side(String side, TrainingTable rows, TrainingOptions options) {
        if (isTable(side)) {
            TrainingTable training = learning.table(sample.read(Path.of(side)));
            return new Side(side, CommandRules.ALL.named(rule, options, training), training);
        }
        Optional<Model> model = model(side);
        if (model.isEmpty()) {
            if (CommandRules.makesModel(side) && !TrainingOptions.FIT_RULES.contains(side)) {
                throw new IllegalArgumentException("there is no table, model or rule " + side);
            }
            return new Side(side, CommandRules.ALL.named(side, options, rows), rows);
        }
        if (!model.get().taxonomy().equals(options.taxonomy())) {
            throw new IllegalArgumentException("model %s tells %s apart, not %s: name them in --classes"
                    .formatted(
                            side,
                            model.get().taxonomy().classes(),
                            options.taxonomy().classes()));
        }
        String ruleOfModel = model.get().rule().wireName();
        return new Side(side, new ModelRule(side, options.of(model.get()).fitOptions(ruleOfModel, rows)), rows);
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
