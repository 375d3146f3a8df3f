package io.lynceus.benchmarks.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.benchmarks.support.TemporaryFolder;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.standalone.suite.EventLog;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SuiteFolder;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.suite.SuiteSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `benchmark readers`: time of the suite's answers while it is idle, while users read, and while users read and
/// detections come in.
///
/// The client, the readers and the suite share the machine.
@Command(
        name = "readers",
        description = "How long searches and classifications take while users read and detections come in.")
public final class ReadersLoad implements Callable<Integer> {
    private static final int KNOWN = 5000;
    private static final String SOURCES = "/api/v1/sources?limit=100";

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(
            names = "--readers",
            paramLabel = "N",
            defaultValue = "200",
            description = "Number of readers (default: ${DEFAULT-VALUE}).")
    private int readers;

    @Option(
            names = "--pause",
            paramLabel = "S",
            defaultValue = "10",
            description = "Seconds from one page of a reader to the next, on average (default: ${DEFAULT-VALUE}).")
    private int pause;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Detections a second that come in (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "Time for which each state is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "3",
            description = "Seed of the survey and of the readers (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            run(new SuiteSettings(options.root(), new SuiteFolder(folder.path()), options.ports()));
        }
        return 0;
    }

    private void run(SuiteSettings settings) throws IOException, InterruptedException {
        List<PreparedDetection> messages = SimulatedSurvey.prepare(settings.folder(), KNOWN + rate * seconds, seed);
        List<PreparedDetection> known = messages.subList(0, KNOWN);
        try (Suite suite = Suite.start(settings, EventLog.onStandardOutput());
                Arrivals arrivals = new Arrivals(suite.bootstrapServers(), Topic.CLASSIFICATIONS.topicName());
                KafkaProducer<String, byte[]> producer = KafkaClients.producer(suite.bootstrapServers())) {
            Requests requests = new Requests(suite.uri(Service.GATEWAY), HttpClient.newHttpClient());
            new Gateway(requests).activate("demo", "csc2");
            PipelineWorkload.send(producer, Topic.DETECTIONS.topicName(), known, 0);
            arrivals.await(known, Duration.ofMinutes(5));
            probe(requests, known);
            report("idle", probe(requests, known));
            try (Readers people = new Readers(
                    new Requests(suite.uri(Service.GATEWAY), HttpClient.newHttpClient()),
                    readers,
                    Duration.ofSeconds(pause),
                    seed)) {
                measure(people, readers + " readers", () -> probe(requests, known));
                Thread stream = Thread.ofPlatform()
                        .start(() -> PipelineWorkload.send(
                                producer,
                                Topic.DETECTIONS.topicName(),
                                messages.subList(KNOWN, messages.size()),
                                rate));
                measure(people, readers + " readers, " + rate + " detections/s", () -> probe(requests, known));
                System.out.println("waiting then: " + backlog(requests));
                stream.join();
            }
        }
    }

    private void measure(Readers people, String state, Supplier<Probe> probe) {
        long pages = people.pages();
        long refused = people.refused();
        report(state, probe.get());
        System.out.printf(
                Locale.ROOT,
                "%-34s %.1f pages/s, %d requests of them refused%n",
                "",
                (people.pages() - pages) / (double) seconds,
                people.refused() - refused);
    }

    private record Probe(Latencies sources, Latencies classify, int refused) {}

    private static void report(String state, Probe probe) {
        System.out.printf(
                "%-34s GET /sources %s; POST /classify %s; %d refused%n",
                state, probe.sources(), probe.classify(), probe.refused());
    }

    /// Asks one after the other, in turn, for as long as a state is measured.
    private Probe probe(Requests requests, List<PreparedDetection> messages) {
        List<Duration> sources = new ArrayList<>();
        List<Duration> classify = new ArrayList<>();
        int refused = 0;
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            PreparedDetection message = messages.get(i % messages.size());
            refused += timed(() -> requests.fetch(SOURCES), sources);
            refused += timed(() -> requests.classify(message), classify);
        }
        return new Probe(new Latencies(sources), new Latencies(classify), refused);
    }

    /// Adds the time of a request to the others, whatever its answer.
    ///
    /// @return 1 where it was refused
    private static int timed(Supplier<HttpResponse<byte[]>> request, List<Duration> taken) {
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer = request.get();
        taken.add(Duration.ofNanos(System.nanoTime() - begin));
        return answer.statusCode() == 200 ? 0 : 1;
    }

    private static JsonNode backlog(Requests requests) {
        return Wire.tree(requests.fetch("/api/v1/stream/backlog").body()).path("stages");
    }
}
