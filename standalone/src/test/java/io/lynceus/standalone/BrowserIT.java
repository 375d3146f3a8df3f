package io.lynceus.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.standalone.ingest.DetectionProducer;
import io.lynceus.standalone.simulator.SimulatedDetection;
import io.lynceus.standalone.simulator.Survey;
import io.lynceus.standalone.simulator.SurveyPlan;
import io.lynceus.standalone.suite.EventLog;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.ServiceClient;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SuiteFolder;
import io.lynceus.standalone.suite.SuiteSettings;
import io.lynceus.testing.SharedData;
import io.lynceus.testing.StreamProbe;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What attackers write into text, the pages in Chromium, and then the OpenAPI document with a client made from it, on
/// a suite that has classified a small simulated survey.
class BrowserIT {
    private static final SurveyPlan PLAN = new SurveyPlan(100, 200, 1);
    private static final Duration CLASSIFIED_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOKED_AT_WITHIN = Duration.ofMinutes(15);
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    @Test
    void noTextDoesHarmAndEveryPageDoesItsMainTask(@TempDir Path data) throws Exception {
        Path chromium = chromium();
        Path web = SharedData.repository().resolve("gateway/src/main/web");
        SuiteFolder folder = new SuiteFolder(data);
        Survey survey = Survey.draw(PLAN);
        CatalogueImport catalogues = new CatalogueImport(new CatalogueFolder(folder.catalogues()));
        survey.writeCatalogues(data.resolve("simulated")).forEach(file -> catalogues.run(file, (_, _) -> {}));
        SuiteSettings settings = new SuiteSettings(SharedData.repository(), folder, FreePorts.forSuite());
        try (Suite suite = Suite.start(settings, EventLog.onStandardOutput())) {
            classify(survey, suite);
            look(suite, chromium, web, data.resolve("browser.log"));
        }
    }

    private static void classify(Survey survey, Suite suite) {
        new ServiceClient(suite.settings().ports())
                .post(Service.GATEWAY, "/api/v1/activations", Wire.write(Map.of("models", List.of("demo", "csc2"))));
        try (DetectionProducer producer = new DetectionProducer(suite.settings().ports());
                StreamProbe probe = new StreamProbe(suite.bootstrapServers())) {
            survey.detections().stream().map(SimulatedDetection::detection).forEach(producer::send);
            producer.flush();
            probe.await(
                    Topic.CLASSIFICATIONS.topicName(),
                    CLASSIFIED_WITHIN,
                    records -> records.stream()
                                    .filter(record -> record.value() != null)
                                    .map(record -> CloudEvent.detectionId(new String(
                                            record.headers()
                                                    .lastHeader(CloudEvent.ID)
                                                    .value(),
                                            StandardCharsets.UTF_8)))
                                    .distinct()
                                    .count()
                            == PLAN.detections());
        }
    }

    private static void look(Suite suite, Path chromium, Path web, Path log) throws IOException, InterruptedException {
        ProcessBuilder node = new ProcessBuilder(
                        "node",
                        "--test",
                        "--test-reporter=spec",
                        "--test-concurrency=1",
                        "browser/attacks.test.mjs",
                        "browser/pages.test.mjs",
                        "browser/document.test.mjs",
                        "browser/api.test.mjs",
                        "browser/client.test.mjs",
                        "browser/label.test.mjs",
                        "browser/sky.test.mjs")
                .directory(web.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        node.environment().put("LYNCEUS_URL", suite.uri(Service.GATEWAY).toString());
        node.environment().put("CHROMIUM", chromium.toString());
        Process process = node.start();
        try {
            if (!process.waitFor(LOOKED_AT_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                fail("the browser is not done within " + LOOKED_AT_WITHIN + ":\n" + Files.readString(log));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        assertEquals(0, process.exitValue(), () -> text(log));
        System.out.println(text(log));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Path chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> skip("there is no Chromium on the PATH"));
    }

    private static Path skip(String reason) {
        System.out.println("SKIPPED: " + reason);
        return abort(reason);
    }
}
