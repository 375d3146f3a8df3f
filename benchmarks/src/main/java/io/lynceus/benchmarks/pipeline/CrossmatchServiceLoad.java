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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `benchmark crossmatch-service`: the cross-match service alone, as a stage of the stream and by request.
///
/// The other services are stopped before anything is measured; PostgreSQL and the broker run.
@Command(
        name = "crossmatch-service",
        description = "Load the cross-match service alone: its stage of the stream, and one source a request.")
public final class CrossmatchServiceLoad implements Callable<Integer> {
    private static final int WARM_UP = 3000;
    private static final int PACED_SECONDS = 10;

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
            defaultValue = "300",
            description = "Detections a second while latency is measured (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "3",
            description = "Seed of the survey (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            run(new SuiteSettings(options.root(), new SuiteFolder(folder.path()), options.ports()));
        }
        return 0;
    }

    private void run(SuiteSettings settings) throws IOException, InterruptedException {
        int all = WARM_UP + detections + rate * PACED_SECONDS;
        List<PreparedDetection> messages = SimulatedSurvey.prepare(settings.folder(), all, seed);
        PipelineWorkload load = new PipelineWorkload(
                messages.subList(0, WARM_UP),
                messages.subList(WARM_UP, WARM_UP + detections),
                messages.subList(WARM_UP + detections, all),
                rate);
        try (Suite suite = Suite.start(settings, EventLog.onStandardOutput())) {
            suite.processes().stream().filter(CrossmatchServiceLoad::isOther).forEach(SupervisedProcess::close);
            PipelineWorkload.Result stage = load.through(
                    suite.bootstrapServers(), Topic.DETECTIONS.topicName(), Topic.ENHANCED_DETECTIONS.topicName());
            Requests service = new Requests(suite.uri(Service.CROSSMATCH), HttpClient.newHttpClient());
            service.check("/crossmatch", messages.getFirst(), "/results/0/detection/id");
            Latencies health = service.get("/q/health/live");
            Latencies crossmatch = service.post("/crossmatch", load.warmUp());
            System.out.println();
            System.out.println(stage.line("stage", rate));
            System.out.println("POST /crossmatch, one source: " + crossmatch);
            System.out.println("GET /q/health/live: " + health);
        }
    }

    private static boolean isOther(SupervisedProcess process) {
        return Arrays.stream(Service.values())
                .filter(service -> service != Service.CROSSMATCH)
                .anyMatch(service -> service.shortName().equals(process.name()));
    }
}
