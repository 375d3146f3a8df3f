package io.lynceus.standalone.training;

import io.lynceus.classifier.evaluation.EvaluationReport;
import io.lynceus.classifier.evaluation.EvaluationTable;
import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.classifier.fitting.SearchProgress;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.scoring.Classifier;
import io.lynceus.classifier.training.Fit;
import io.lynceus.classifier.training.FitPlan;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.terminal.Progress;
import java.nio.file.Path;
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
    private LearningOptions learning = new LearningOptions();

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            defaultValue = WeightedEvidence.NAME,
            description = "Rule of the model: " + WeightedEvidence.NAME + ", or of paper mode "
                    + NaiveBayesRule.SeedFormula.NAME + " or " + NaiveBayesRule.AuthorsCode.NAME
                    + " (default: ${DEFAULT-VALUE}).")
    private String rule = WeightedEvidence.NAME;

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
            description = "Also write the training sources, each with its class and who assigned it (.csv).")
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
        Fit fit = fit(labelled);
        EvaluationReport report = judged(fit, labelled);
        System.out.println(new EvaluationTable(report).text());
        ModelDocument document = ModelDocument.of(fit.learn(report, SearchProgress.NONE));
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

    /// The volunteers' sources once by the suite's classifier, then by the model fitted with them, which knows more.
    private LabelledSample withConsensus(LabelledSample known, ConsensusSample crowd) {
        Model first = fit(crowd.addedTo(known)).learn(SearchProgress.NONE);
        return crowd.addedTo(known, new Classifier(new ModelId(name, "first"), first));
    }

    private Fit fit(LabelledSample labelled) {
        return new FitPlan(learning.training(), rule, name, missions, learning.servedPrior(), PROGRAM)
                .of(learning.table(labelled), labelled.description());
    }

    private EvaluationReport judged(Fit fit, LabelledSample labelled) {
        try (Progress progress =
                new Progress("judging", "folds", learning.training().folds())) {
            return fit.judge(SubSamples.of(labelled), progress::update);
        }
    }
}
