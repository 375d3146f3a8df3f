package io.lynceus.benchmarks.pipeline;

import io.lynceus.benchmarks.support.TemporaryFolder;
import io.lynceus.contracts.Topic;
import io.lynceus.standalone.suite.EventLog;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SuiteFolder;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.suite.SuiteSettings;
import io.lynceus.standalone.suite.SupervisedProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            run(new SuiteSettings(options.root(), new SuiteFolder(folder.path()), options.ports()));
        }
        return 0;
    }

    private void run(SuiteSettings settings) throws IOException, InterruptedException, ExecutionException {
        int all = WARM_UP + detections + rate * PACED_SECONDS;
        List<PreparedDetection> messages = SimulatedSurvey.prepare(settings.folder(), all, seed);
        PipelineWorkload load = new PipelineWorkload(
                messages.subList(0, WARM_UP),
                messages.subList(WARM_UP, WARM_UP + detections),
                messages.subList(WARM_UP + detections, all),
                rate);
        try (Suite suite = Suite.start(settings, EventLog.onStandardOutput())) {
            Gateway gateway = new Gateway(new Requests(suite.uri(Service.GATEWAY), HttpClient.newHttpClient()));
            gateway.activate("demo", "csc2");
            PipelineWorkload.Result real = load.through(
                    suite.bootstrapServers(), Topic.DETECTIONS.topicName(), Topic.CLASSIFICATIONS.topicName());
            gateway.check(messages.getFirst());
            Latencies health = gateway.health();
            Latencies classify = gateway.classify(load.warmUp());
            suite.processes().stream().filter(PipelineLoad::isService).forEach(SupervisedProcess::close);
            PipelineWorkload.Result passThrough = passThrough(load, settings, suite.bootstrapServers());
            System.out.println();
            System.out.println(real.line("suite", rate));
            System.out.println(passThrough.line("pass-through", rate));
            System.out.printf(Locale.ROOT, "ratio         %.2f%n", real.perSecond() / passThrough.perSecond());
            System.out.println("POST /api/v1/classify, one source: " + classify);
            System.out.println("GET /q/health/live of the gateway: " + health);
        }
    }

    private static PipelineWorkload.Result passThrough(
            PipelineWorkload load, SuiteSettings settings, String bootstrapServers)
            throws IOException, InterruptedException, ExecutionException {
        try (PassThrough pipeline = new PassThrough(bootstrapServers, settings.serviceHeapMegabytes())) {
            return load.through(bootstrapServers, pipeline.entrance(), pipeline.exit());
        }
    }

    private static boolean isService(SupervisedProcess process) {
        return Arrays.stream(Service.values())
                .anyMatch(service -> service.shortName().equals(process.name()));
    }
}
