package io.lynceus.standalone.training;

import io.lynceus.classifier.Evaluation;
import io.lynceus.classifier.EvaluationReport;
import io.lynceus.classifier.EvaluationTable;
import io.lynceus.classifier.FitOptions;
import io.lynceus.classifier.Model;
import io.lynceus.classifier.ModelFit;
import io.lynceus.classifier.Prior;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.standalone.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lynceus model fit`: a labelled sample in, a versioned model document out.
@Command(
        name = "fit",
        description = {
            "Fit a model to a labelled sample and write it as a document.",
            "Classes outside AGN, Star, XRB and CV are left out and counted. Held-out scores go into the document."
        })
final class FitCommand implements Callable<Integer> {
    @Mixin
    private SampleOptions sample = new SampleOptions();

    @Mixin
    private FitChoices choices = new FitChoices();

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

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

    @Override
    public Integer call() throws IOException {
        LabelledSample labelled = sample.read();
        FitOptions options = choices.of(labelled);
        TrainingTable table = labelled.table(options.features());
        EvaluationReport report = new Evaluation(options, choices.folds(), Prior.SURVEY_FOUR_CLASSES).run(table);
        System.out.println(new EvaluationTable(report).text());
        Model fitted = new ModelFit(options)
                .fit(name, missions, Prior.SURVEY_FOUR_CLASSES, table, labelled.description(), "lynceus 0.1.0");
        ModelDocument document =
                ModelDocument.of(fitted.withProvenance(fitted.provenance().withHeldOut(report.heldOut())));
        Path file = out == null ? suite.folder().models().resolve(name + ".json") : out;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, document.json());
        System.out.printf(
                "fitted %s to %,d sources (left out: %s; %,d rows refused), written to %s%n",
                document.id(),
                report.rows().values().stream().mapToInt(Integer::intValue).sum(),
                report.excludedRows(),
                labelled.refused(),
                file);
        return 0;
    }
}
