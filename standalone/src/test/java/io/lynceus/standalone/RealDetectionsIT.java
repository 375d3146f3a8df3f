package io.lynceus.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.ConsensusLabel;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.EnhancedDetection.Counterpart;
import io.lynceus.contracts.FeaturedDetection;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.crossmatch.files.importing.TableFiles;
import io.lynceus.sky.SkyPosition;
import io.lynceus.standalone.ingest.DetectionProducer;
import io.lynceus.standalone.ingest.DetectionRows;
import io.lynceus.standalone.suite.EventLog;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.ServiceClient;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SuiteFolder;
import io.lynceus.standalone.suite.SuiteSettings;
import io.lynceus.tables.Table;
import io.lynceus.testing.SharedData;
import io.lynceus.testing.StreamProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The whole suite on the real Chandra detections: with the shared catalogues imported, every row of
/// csc_detections.csv goes through Kafka and comes out classified.
@TestMethodOrder(OrderAnnotation.class)
class RealDetectionsIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int DETECTIONS = 2951;

    /// The topics that detections travel on.
    private static final List<Topic> STREAM =
            List.of(Topic.DETECTIONS, Topic.ENHANCED_DETECTIONS, Topic.FEATURED_DETECTIONS, Topic.CLASSIFICATIONS);

    private static final int REQUEST_SIZE = 1000;

    @TempDir
    private static Path data;

    private static Suite suite;
    private static StreamProbe probe;
    private static final List<Detection> DETECTIONS_SENT = new ArrayList<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void startTheSuiteWithTheSharedCatalogues() throws IOException {
        Path descriptions = SharedData.require("catalogues");
        SuiteFolder folder = new SuiteFolder(data);
        CatalogueImport catalogues = new CatalogueImport(new CatalogueFolder(folder.catalogues()));
        try (Stream<Path> files = Files.list(descriptions)) {
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> catalogues.run(file, (_, _) -> {}));
        }
        suite = Suite.start(
                new SuiteSettings(Path.of(System.getProperty("lynceus.root")), folder, FreePorts.forSuite()),
                EventLog.onStandardOutput());
        probe = new StreamProbe(suite.bootstrapServers());
    }

    @AfterAll
    static void stopTheSuite() {
        if (suite != null) {
            probe.close();
            suite.close();
        }
        HTTP.close();
    }

    private static List<ConsumerRecord<String, byte[]>> classifications() {
        return probe.readAll(Topic.CLASSIFICATIONS.topicName()).stream()
                .filter(record -> record.value() != null)
                .toList();
    }

    private static String eventId(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader(CloudEvent.ID).value(), StandardCharsets.UTF_8);
    }

    private static String detectionId(ConsumerRecord<String, byte[]> record) {
        return CloudEvent.detectionId(eventId(record));
    }

    private static EnhancedDetection enhanced(ConsumerRecord<String, byte[]> classified) {
        return featured(classified).enhanced().as(EnhancedDetection.class);
    }

    private static FeaturedDetection featured(ConsumerRecord<String, byte[]> classified) {
        return Wire.read(classified.value(), ClassifiedDetection.class)
                .featured()
                .as(FeaturedDetection.class);
    }

    @Test
    @Order(1)
    void everyDetectionComesOutClassifiedAndRepeatsAreIdentical() {
        try (DetectionProducer producer = new DetectionProducer(suite.settings().ports())) {
            DetectionRows.read(SharedData.require("csc_detections.csv"), Optional.empty(), (row, mapping, line) -> {
                Detection detection = row.detection();
                DETECTIONS_SENT.add(detection);
                producer.send(detection);
            });
            producer.flush();
        }
        assertEquals(DETECTIONS, DETECTIONS_SENT.size());
        List<ConsumerRecord<String, byte[]>> classified = probe.await(
                Topic.CLASSIFICATIONS.topicName(),
                LIMIT,
                records -> records.stream()
                                .map(RealDetectionsIT::detectionId)
                                .distinct()
                                .count()
                        == DETECTIONS);
        Map<String, byte[]> first = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : classified) {
            byte[] earlier = first.putIfAbsent(eventId(record), record.value());
            assertTrue(earlier == null || Arrays.equals(earlier, record.value()), eventId(record));
        }
    }

    @Test
    @Order(2)
    void whatTheServicesPutOnTheTopicsObeysItsSchema() {
        for (Topic topic : STREAM) {
            SchemaCheck schema = new SchemaCheck(topic.schema());
            List<ConsumerRecord<String, byte[]>> records = probe.readAll(topic.topicName());
            assertTrue(records.size() >= DETECTIONS, topic + " holds " + records.size());
            for (ConsumerRecord<String, byte[]> record : records) {
                JsonNode value = Wire.tree(record.value());
                assertEquals(List.of(), schema.problems(value), () -> topic + " " + detectionId(record));
                assertEquals(topic.schema().id(), value.get("$schema").asText());
            }
        }
    }

    @Test
    @Order(3)
    void gaiaCounterpartHasTheMagnitudeOfTheTrainingTable() throws IOException {
        Map<String, Double> expected = gaiaMagnitudes();
        int with = 0;
        int agreeing = 0;
        for (ConsumerRecord<String, byte[]> record : classifications()) {
            EnhancedDetection enhanced = enhanced(record);
            Detection detection = enhanced.detection().as(Detection.class);
            Double magnitude = expected.get(detection.sourceName());
            if (magnitude == null) {
                continue;
            }
            with++;
            boolean agrees = enhanced.counterparts().stream()
                    .filter(candidate -> candidate.catalogue().equals("gaia-dr3") && candidate.best())
                    .map(Counterpart::magnitudes)
                    .anyMatch(magnitudes -> Math.abs(magnitudes.getOrDefault("G", 99.) - magnitude) < 0.01);
            agreeing += agrees ? 1 : 0;
        }
        System.out.printf(
                "Gaia counterpart agrees for %d of %d detections (%.1f%%)%n", agreeing, with, 100. * agreeing / with);
        assertTrue(with > 1000, "only " + with + " detections have a Gaia magnitude in the training table");
        assertTrue(agreeing >= 0.95 * with, agreeing + " of " + with);
    }

    private static Map<String, Double> gaiaMagnitudes() throws IOException {
        Map<String, Double> magnitudes = new HashMap<>();
        try (Table table = TableFiles.open(SharedData.require("csc_features.csv"), Optional.empty())) {
            int name = table.columns().indexOf("name");
            int magnitude = table.columns().indexOf("Gmag");
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                String value = String.valueOf(row.get().cells().get(magnitude));
                if (!value.isBlank() && !value.equals("null")) {
                    magnitudes.put(String.valueOf(row.get().cells().get(name)), Double.parseDouble(value));
                }
            }
        }
        return magnitudes;
    }

    @Test
    @Order(4)
    void requestGivesTheClassThatTheStreamGivesForAnEmptyHistory() throws Exception {
        Map<String, String> streamed = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : classifications()) {
            if (featured(record).revision() == 1) {
                streamed.put(
                        detectionId(record),
                        Wire.read(record.value(), ClassifiedDetection.class)
                                .classification()
                                .sourceClass());
            }
        }
        Map<String, String> differing = new LinkedHashMap<>();
        for (int from = 0; from < DETECTIONS; from += REQUEST_SIZE) {
            List<Detection> part = DETECTIONS_SENT.subList(from, Math.min(from + REQUEST_SIZE, DETECTIONS));
            JsonNode answer = classify(part);
            assertEquals(part.size(), answer.size());
            for (int i = 0; i < part.size(); i++) {
                String id = part.get(i).id();
                assertEquals(id, answer.get(i).path("detection_id").asText());
                String asked = answer.get(i).path("class").asText();
                if (streamed.containsKey(id) && !streamed.get(id).equals(asked)) {
                    differing.put(id, streamed.get(id) + " on the stream, " + asked + " over REST");
                }
            }
        }
        assertTrue(streamed.size() > 2500, "only " + streamed.size() + " detections were the first of their source");
        assertEquals(Map.of(), differing);
    }

    private static JsonNode classify(List<Detection> detections) throws Exception {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        detections.forEach(detection -> list.add(Wire.tree(Wire.write(detection))));
        byte[] body = Wire.write(JsonNodeFactory.instance.objectNode().set("detections", list));
        HttpResponse<byte[]> response = HTTP.send(
                HttpRequest.newBuilder(URI.create(suite.uri(Service.GATEWAY) + "/api/v1/classify"))
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            fail(response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return Wire.tree(response.body()).get("classifications");
    }

    @Test
    @Order(5)
    void unreadableRecordOnEachTopicGoesToItsDeadLettersAndTheStreamGoesOn() {
        for (Topic topic : Topic.values()) {
            probe.send(topic.topicName(), "key", "{\"unreadable\": in " + topic);
        }
        Detection again = DETECTIONS_SENT.getFirst();
        try (DetectionProducer producer = new DetectionProducer(suite.settings().ports())) {
            producer.send(renamed(again, "after the unreadable"));
            producer.flush();
        }
        for (Topic topic : Topic.values()) {
            ConsumerRecord<String, byte[]> letter = probe
                    .await(topic.deadLetters(), LIMIT, records -> records.stream()
                            .anyMatch(record -> StreamProbe.text(record).endsWith("in " + topic)))
                    .stream()
                    .filter(record -> StreamProbe.text(record).endsWith("in " + topic))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "unreadable",
                    new String(letter.headers().lastHeader("lynceus-reason").value(), StandardCharsets.UTF_8));
        }
        probe.await(Topic.CLASSIFICATIONS.topicName(), LIMIT, records -> records.stream()
                .filter(record -> record.headers().lastHeader("ce_id") != null)
                .anyMatch(record -> detectionId(record).equals("after the unreadable")));
    }

    @Test
    @Order(6)
    void sourcesThatVolunteersAgreeOnAreLearnedFromWithTheirOrigin() throws IOException {
        List<ConsumerRecord<String, byte[]>> classified = classifications();
        List<String> sources = List.of(
                enhanced(classified.getFirst()).source().id(),
                enhanced(classified.getLast()).source().id());
        probe.send(Topic.CONSENSUS_LABELS.topicName(), sources.getFirst(), label(sources.getFirst(), 0.97));
        probe.send(Topic.CONSENSUS_LABELS.topicName(), sources.getLast(), label(sources.getLast(), 0.6));
        ServiceClient client = new ServiceClient(suite.settings().ports());
        TopicWatch.await(
                () -> client.get(Service.CLASSIFIER, "/consensus-labels")
                                .path("labels")
                                .size()
                        >= 2,
                LIMIT,
                () -> "the classifier has no two labels");

        // The table has the detections of the suite: a consensus on one of them yields to the table's own word.
        Path few = data.resolve("few.csv");
        List<String> table = Files.readAllLines(SharedData.require("csc_features.csv"));
        SkyPosition sure = position(classified, sources.getFirst());
        Files.write(
                few,
                table.stream()
                        .filter(line -> line.startsWith("name,")
                                || sure.separationArcsec(new SkyPosition(
                                                Double.parseDouble(line.split(",")[1]),
                                                Double.parseDouble(line.split(",")[2])))
                                        > 60)
                        .toList());
        for (Path learned : List.of(few, SharedData.require("csc_features.csv"))) {
            Path sample = data.resolve("sample.csv");
            assertEquals(
                    0,
                    Main.commandLine()
                            .execute(
                                    "model",
                                    "fit",
                                    "--name",
                                    "more",
                                    "--folds",
                                    "2",
                                    "--features",
                                    "galactic_latitude,hardness_ratio_2",
                                    "--with-consensus",
                                    "0.9",
                                    "--port",
                                    Integer.toString(suite.settings().ports().first()),
                                    "--out",
                                    data.resolve("more.json").toString(),
                                    "--sample-out",
                                    sample.toString(),
                                    learned.toString()));
            List<String> consensus = Files.readAllLines(sample).stream()
                    .filter(line -> line.contains("consensus"))
                    .toList();
            assertEquals(learned.equals(few) ? 1 : 0, consensus.size(), consensus.toString());
            consensus.forEach(line -> assertTrue(
                    line.contains("\"XRB\"") && line.contains("consensus of 9 volunteers, confidence 0.970, by-hand"),
                    line));
        }
    }

    private static SkyPosition position(List<ConsumerRecord<String, byte[]>> classified, String sourceId) {
        return classified.stream()
                .map(record -> enhanced(record).source())
                .filter(source -> source.id().equals(sourceId))
                .map(source -> new SkyPosition(
                        source.position().raDeg(), source.position().decDeg()))
                .findFirst()
                .orElseThrow();
    }

    private static String label(String sourceId, double confidence) {
        return new String(
                Wire.write(new ConsensusLabel(
                        Topic.CONSENSUS_LABELS.schema().id(),
                        sourceId,
                        "XRB",
                        confidence,
                        1,
                        Map.of("XRB", 9),
                        9,
                        "by-hand")),
                StandardCharsets.UTF_8);
    }

    private static Detection renamed(Detection detection, String id) {
        return new Detection(
                null,
                id,
                detection.mission(),
                detection.instrument(),
                detection.sourceName(),
                detection.start(),
                detection.position(),
                detection.bands(),
                detection.signalToNoise(),
                detection.intraObservationVariability(),
                detection.interObservationVariability(),
                detection.photonIndex(),
                detection.photonIndexError());
    }
}
