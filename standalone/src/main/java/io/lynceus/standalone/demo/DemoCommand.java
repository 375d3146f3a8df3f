package io.lynceus.standalone.demo;

import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.standalone.simulator.SimulatedDetection;
import io.lynceus.standalone.simulator.Survey;
import io.lynceus.standalone.simulator.SurveyPlan;
import io.lynceus.standalone.suite.EventLog;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.ServiceClient;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SuiteFolder;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.suite.SuiteSettings;
import io.lynceus.standalone.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lynceus demo`: a simulated survey through the real suite, compared with the truth.
@Command(
        name = "demo",
        description = {
            "Start the suite in a fresh folder, stream a simulated survey through it, and compare with the truth.",
            "The classes come from model 'demo', fitted to a survey of another seed."
        })
public final class DemoCommand implements Callable<Integer> {
    /// Share of the detections that follow at a pace after the others went at full speed, to show both latencies.
    private static final double PACED_SHARE = 0.02;

    private static final double PACED_PER_SECOND = 100;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(
            names = "--sources",
            paramLabel = "N",
            defaultValue = "8000",
            description = "Sources of the survey (default: ${DEFAULT-VALUE}).")
    private int sources;

    @Option(
            names = "--detections",
            paramLabel = "N",
            description = "Detections of the survey (default: 2.5 for each source).")
    private int detections;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the survey (default: ${DEFAULT-VALUE}; model 'demo' knows seed 2).")
    private long seed;

    @Option(names = "--exit", description = "End when the figures are printed, in place of staying up.")
    private boolean exit;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (options.choosesFolder()) {
            run(options.settings());
            return 0;
        }
        Path folder = Files.createTempDirectory("lynceus-demo-");
        try {
            run(new SuiteSettings(options.root(), new SuiteFolder(folder), options.ports()));
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void run(SuiteSettings settings) throws InterruptedException {
        EventLog log = EventLog.onStandardOutput();
        SurveyPlan usual = SurveyPlan.of(sources, seed);
        SurveyPlan plan = detections == 0 ? usual : new SurveyPlan(sources, detections, seed);
        Survey survey = Survey.draw(plan);
        say(log, "drew a survey of %,d sources and %,d detections, seed %d", plan.sources(), plan.detections(), seed);
        importCatalogues(survey, settings.folder(), log);
        try (Suite suite = Suite.start(settings, log)) {
            if (!options.choosesFolder()) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(suite), "leave-nothing"));
            }
            new ServiceClient(settings.ports())
                    .post(
                            Service.GATEWAY,
                            "/api/v1/activations",
                            Wire.write(Map.of("models", List.of("demo", "csc2"))));
            say(
                    log,
                    "the suite is ready; its log is in %s",
                    settings.folder().path().resolve("logs"));
            stream(survey, settings);
            whereToLook(suite.uri(Service.GATEWAY), survey);
            if (!exit) {
                new CountDownLatch(1).await();
            }
        }
    }

    private static void importCatalogues(Survey survey, SuiteFolder folder, EventLog log) {
        CatalogueImport catalogues = new CatalogueImport(new CatalogueFolder(folder.catalogues()));
        long rows = 0;
        for (Path description : survey.writeCatalogues(folder.path().resolve("simulated"))) {
            rows += catalogues.run(description, (_, _) -> {}).provenance().rowsKept();
        }
        say(log, "imported the simulated reference catalogues, %,d rows", rows);
    }

    private static void stream(Survey survey, SuiteSettings settings) {
        List<SimulatedDetection> all = survey.detections();
        int paced = (int) Math.max(1, Math.round(all.size() * PACED_SHARE));
        List<SimulatedDetection> fast = all.subList(0, all.size() - paced);
        List<SimulatedDetection> slow = all.subList(all.size() - paced, all.size());
        try (ClassificationWatch watch = ClassificationWatch.start(settings.ports())) {
            DemoStream stream = new DemoStream(settings.ports(), watch);
            Duration taken = stream.send("classified", fast, 0);
            DemoReport ofFast = DemoReport.of(survey, watch.seen());
            stream.send("and at a pace", slow, PACED_PER_SECOND);
            Map<String, DetectionResult> seen = watch.seen();
            DemoReport report = DemoReport.of(survey, seen);
            DemoReport ofSlow = DemoReport.of(survey, only(slow, seen));
            System.out.print(new DemoTable(report, ansi()).text());
            System.out.printf(
                    Locale.ROOT,
                    "%n%s%n  %,d detections in %s: %,.0f/s from the first sent to the last classified%n"
                            + "  latency p50 %s, p99 %s with the queue full; p50 %s, p99 %s at %.0f/s%n",
                    ansi().string("@|bold Speed|@"),
                    fast.size(),
                    DemoTable.seconds(taken),
                    fast.size() / (taken.toMillis() / 1e3),
                    DemoTable.seconds(ofFast.latency(0.5)),
                    DemoTable.seconds(ofFast.latency(0.99)),
                    DemoTable.seconds(ofSlow.latency(0.5)),
                    DemoTable.seconds(ofSlow.latency(0.99)),
                    PACED_PER_SECOND);
        }
    }

    private static Map<String, DetectionResult> only(
            List<SimulatedDetection> detections, Map<String, DetectionResult> seen) {
        return detections.stream()
                .map(sent -> sent.detection().id())
                .filter(seen::containsKey)
                .collect(Collectors.toMap(id -> id, id -> Objects.requireNonNull(seen.get(id))));
    }

    private void whereToLook(URI gateway, Survey survey) {
        String one = new String(Wire.write(survey.detections().getFirst().detection()), StandardCharsets.UTF_8);
        System.out.printf(
                "%n%s%n  %s%n  %s/q/swagger-ui%n  %s/api/v1/sources?class=CV&limit=5%n%n  curl -s %s/api/v1/classify -H"
                        + " 'Content-Type: application/json' -d '{\"detections\":[%s]}'%n%n",
                ansi().string("@|bold Where to look|@"), gateway, gateway, gateway, gateway, one);
        if (!exit) {
            System.out.println("Ctrl-C ends the suite.");
        }
    }

    private static void say(EventLog log, String format, Object... values) {
        log.event("demo", String.format(Locale.ROOT, format, values));
    }

    private static Ansi ansi() {
        return Terminal.hasColours() ? Ansi.ON : Ansi.OFF;
    }

    /// Ctrl-C ends the JVM while the demo stays up; its folder can go when the suite has stopped.
    private static void leaveNothing(Suite suite) {
        suite.close();
        delete(suite.settings().folder().path());
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted", e);
        }
    }
}
