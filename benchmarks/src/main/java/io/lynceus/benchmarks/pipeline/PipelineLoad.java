package io.lynceus.benchmarks.pipeline;

import io.lynceus.contracts.Topic;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.standalone.EventLog;
import io.lynceus.standalone.Service;
import io.lynceus.standalone.Suite;
import io.lynceus.standalone.SuiteFolder;
import io.lynceus.standalone.SuiteOptions;
import io.lynceus.standalone.SuiteSettings;
import io.lynceus.standalone.Ward;
import io.lynceus.standalone.simulator.Survey;
import io.lynceus.standalone.simulator.SurveyPlan;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `benchmark pipeline`: the suite under load, then a pass-through pipeline on the same broker under the same load.
///
/// The services are stopped before the pass-through runs, so that each has the machine to itself; PostgreSQL and the
/// broker stay.
@Command(name = "pipeline", description = "Load the whole suite, and a pass-through pipeline beside it.")
public final class PipelineLoad implements Callable<Integer> {
    private static final int WARM_UP = 3000;
    private static final int PACED_SECONDS = 20;
    private static final double DETECTIONS_PER_SOURCE = 2.5;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(
            names = "--detections",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Detections sent as fast as they are taken (default: ${DEFAULT-VALUE}).")
    private int detections;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "500",
            description = "Detections a second while latency is measured (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "3",
            description = "Seed of the survey (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("lynceus-benchmark-");
        try {
            run(new SuiteSettings(options.root(), new SuiteFolder(folder), options.ports()));
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void run(SuiteSettings settings) throws IOException, InterruptedException, ExecutionException {
        int all = WARM_UP + detections + rate * PACED_SECONDS;
        Survey survey = Survey.draw(new SurveyPlan((int) (all / DETECTIONS_PER_SOURCE), all, seed));
        CatalogueImport catalogues =
                new CatalogueImport(new CatalogueFolder(settings.folder().catalogues()));
        survey.writeCatalogues(settings.folder().path().resolve("simulated"))
                .forEach(description -> catalogues.run(description, (_, _) -> {}));
        List<Message> messages = survey.detections().stream()
                .map(simulated -> Message.of(simulated.detection()))
                .toList();
        Load load = new Load(
                messages.subList(0, WARM_UP),
                messages.subList(WARM_UP, WARM_UP + detections),
                messages.subList(WARM_UP + detections, all),
                rate);
        try (Suite suite = Suite.start(settings, EventLog.onStandardOutput())) {
            Gateway gateway = new Gateway(suite.uri(Service.GATEWAY), HttpClient.newHttpClient());
            gateway.activate("demo", "csc2");
            Load.Result real = load.through(
                    suite.bootstrapServers(), Topic.DETECTIONS.topicName(), Topic.CLASSIFICATIONS.topicName());
            gateway.check(messages.getFirst());
            Latencies health = gateway.health();
            Latencies classify = gateway.classify(load.warmUp());
            suite.wards().stream().filter(PipelineLoad::isService).forEach(Ward::close);
            Load.Result passThrough = passThrough(load, settings, suite.bootstrapServers());
            System.out.println();
            System.out.println(real.line("suite", rate));
            System.out.println(passThrough.line("pass-through", rate));
            System.out.printf(Locale.ROOT, "ratio         %.2f%n", real.perSecond() / passThrough.perSecond());
            System.out.println("POST /api/v1/classify, one source: " + classify);
            System.out.println("GET /q/health/live of the gateway: " + health);
        }
    }

    private static Load.Result passThrough(Load load, SuiteSettings settings, String bootstrapServers)
            throws IOException, InterruptedException, ExecutionException {
        try (PassThrough pipeline = new PassThrough(bootstrapServers, settings.serviceHeapMegabytes())) {
            return load.through(bootstrapServers, pipeline.entrance(), pipeline.exit());
        }
    }

    private static boolean isService(Ward ward) {
        return Arrays.stream(Service.values())
                .anyMatch(service -> service.shortName().equals(ward.name()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
