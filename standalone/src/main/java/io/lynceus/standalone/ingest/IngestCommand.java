package io.lynceus.standalone.ingest;

import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.terminal.Progress;
import io.lynceus.tables.RowRefused;
import io.lynceus.tables.TableMapping;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lynceus ingest`: streams a table of detections through a running suite.
@Command(
        name = "ingest",
        description = {
            "Stream a table of detections (.csv, .tsv, .vot, .fits, .ecsv) through the running suite.",
            "Rows are checked against the schema and go straight to the Kafka topic 'detections'. Bad rows are"
                    + " reported with line and reason; the others go on."
        })
public final class IngestCommand implements Callable<Integer> {
    /// Bad rows that are printed one by one.
    private static final int MOST_SHOWN = 20;

    private static final int SOME_REFUSED = 3;

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Parameters(paramLabel = "FILE", description = "The table.")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "YAML file with the meaning of each column (default: the shipped one that fits the columns).")
    private @Nullable Path mapping;

    @Override
    public Integer call() {
        Counts counts = new Counts();
        Optional<TableMapping> chosen = Optional.ofNullable(mapping).map(TableMapping::read);
        try (DetectionProducer producer = new DetectionProducer(suite.settings().ports());
                Progress progress = new Progress("sent", "detections", 0)) {
            TableMapping readAs = DetectionRows.read(file, chosen, (row, _, line) -> {
                try {
                    producer.send(row.detection());
                    progress.update(++counts.sent);
                } catch (RowRefused e) {
                    if (++counts.refused <= MOST_SHOWN) {
                        System.err.println(file + ":" + line + ": " + e.getMessage());
                    }
                }
            });
            producer.flush();
            progress.close();
            System.out.printf("read as: %s%n%,d rows sent, %,d refused%n", readAs.title(), counts.sent, counts.refused);
        }
        return counts.refused == 0 ? 0 : SOME_REFUSED;
    }

    private static final class Counts {
        private long sent;
        private long refused;
    }
}
