package io.lynceus.standalone.training;

import io.lynceus.classifier.BayesVariant;
import io.lynceus.classifier.Classifier;
import io.lynceus.classifier.Evaluation;
import io.lynceus.classifier.EvaluationReport;
import io.lynceus.classifier.EvaluationTable;
import io.lynceus.classifier.FitOptions;
import io.lynceus.classifier.Model;
import io.lynceus.classifier.ModelFit;
import io.lynceus.classifier.ModelId;
import io.lynceus.classifier.ModelLearner;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.classifier.WeightedEvidence;
import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.standalone.Progress;
import io.lynceus.standalone.SuiteOptions;
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

/// `lynceus model fit`: a labelled sample in, a versioned model document out.
@Command(
        name = "fit",
        description = {
            "Fit a model to a labelled sample and write it as a document.",
            "Sources of other classes are left out and counted. Held-out scores go into the document."
        })
final class FitCommand implements Callable<Integer> {
    /// For a model's provenance.
    static final String PROGRAM = "lynceus " + io.lynceus.contracts.LynceusVersion.CURRENT;

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = SampleOptions.TABLE)
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
            description = "Rule of the model: " + WeightedEvidence.NAME + ", or of paper mode "
                    + BayesVariant.SeedFormula.NAME + " or " + BayesVariant.AuthorsCode.NAME
                    + " (default: ${DEFAULT-VALUE}).")
    private String variant = WeightedEvidence.NAME;

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Name of the model.")
    private String name = "";

    @Option(names = "--missions", paramLabel = "NAME", split = ",", description = "Missions it serves (default: any).")
    private Set<String> missions = Set.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Document to write (default: NAME.json in the suite's model folder, where it can be activated).")
    private @Nullable Path out;

    @Option(
            names = "--sample-out",
            paramLabel = "FILE",
            description = "Also write which sources were learned from, as what, and on whose word (.csv).")
    private @Nullable Path sampleOut;

    @Override
    public Integer call() {
        LabelledSample known = sample.read(table);
        Optional<ConsensusSample> crowd = sample.consensus(suite, missions);
        LabelledSample labelled = crowd.isEmpty() ? known : withConsensus(known, crowd.get());
        Path listed = sampleOut;
        if (listed != null) {
            WholeFile.write(listed, labelled.csv());
        }
        TrainingTable rows = choices.table(labelled);
        FitOptions options = choices.plan(variant, choices.seed()).options(rows);
        EvaluationReport report = judged(labelled, options, rows);
        System.out.println(new EvaluationTable(report).text());
        Model fitted = fitted(labelled, options, rows);
        ModelDocument document =
                ModelDocument.of(fitted.withProvenance(fitted.provenance().withHeldOut(report.heldOut())));
        Path file = out == null ? suite.folder().models().resolve(name + ".json") : out;
        WholeFile.write(file, document.json());
        System.out.printf(
                "fitted %s to %,d sources (left out: %s; %,d rows refused), written to %s%n",
                document.id(),
                report.rows().values().stream().mapToInt(Integer::intValue).sum(),
                report.excludedRows(),
                labelled.refused(),
                file);
        return 0;
    }

    /// The volunteers' sources once by the suite's classifier, then by the model that came of it, which knows more.
    private LabelledSample withConsensus(LabelledSample known, ConsensusSample crowd) {
        LabelledSample first = crowd.addedTo(known);
        TrainingTable rows = choices.table(first);
        FitOptions options = choices.plan(variant, choices.seed()).options(rows);
        return crowd.addedTo(known, new Classifier(new ModelId(name, "first"), fitted(first, options, rows)));
    }

    private Model fitted(LabelledSample labelled, FitOptions options, TrainingTable rows) {
        return new ModelFit(options)
                .fit(name, missions, choices.prior(labelled), rows, labelled.description(), PROGRAM);
    }

    private EvaluationReport judged(LabelledSample labelled, FitOptions options, TrainingTable rows) {
        try (Progress progress = new Progress("judging", "folds", choices.folds())) {
            return new Evaluation(
                            options.taxonomy(),
                            List.of(new ModelLearner(variant, options)),
                            choices.folds(),
                            choices.seed(),
                            choices.surveyPrior())
                    .run(rows, SubSamples.of(labelled), progress::update)
                    .getFirst();
        }
    }
}
