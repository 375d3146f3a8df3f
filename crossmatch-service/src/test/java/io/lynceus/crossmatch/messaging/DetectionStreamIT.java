package io.lynceus.crossmatch.messaging;

import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.TestSky;
import io.lynceus.runtime.step.DeadLetterHeaders;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(TestSky.class)
class DetectionStreamIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String DETECTIONS = Topic.DETECTIONS.topicName();
    private static final String ENHANCED = Topic.ENHANCED_DETECTIONS.topicName();

    private final String id = UUID.randomUUID().toString();

    @Test
    void detectionGoesOnWithWhatLiesThere() {
        String detection = TestSky.detection(id, 150, 2);
        try (StreamProbe probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers())) {
            probe.send(DETECTIONS, "0", detection);
            ConsumerRecord<String, byte[]> record = enhanced(probe, id, 1).getFirst();
            EnhancedDetection enhanced = Wire.read(record.value(), EnhancedDetection.class);
            assertEquals(detection, enhanced.detection().toString(), "embedded byte for byte");
            assertEquals(record.key(), enhanced.source().id());
            assertEquals(id, header(record, CloudEvent.ID));
            assertEquals("XRB", enhanced.identifiedClass());
            assertEquals("HMXB", enhanced.identifications().getFirst().type());
            assertEquals("NGC 0", enhanced.hostGalaxy().id());
            assertEquals("near", enhanced.counterparts().getFirst().id());
            assertTrue(enhanced.counterparts().getFirst().best());
            assertEquals(18.494, enhanced.counterparts().getFirst().magnitudes().get("G"));
            assertTrue(enhanced.catalogues().stream()
                    .map(EnhancedDetection.SearchedCatalogue::name)
                    .toList()
                    .containsAll(List.of("binaries", "galaxies", "stars")));
            assertEquals(
                    List.of(), new SchemaCheck(Topic.ENHANCED_DETECTIONS.schema()).problems(Wire.tree(record.value())));
        }
    }

    @Test
    void repeatGoesOnByteForByteAndOtherContentIsAConflict() {
        String detection = TestSky.detection(id, 30, -20);
        try (StreamProbe probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers())) {
            probe.send(DETECTIONS, "0", detection);
            enhanced(probe, id, 1);
            probe.send(DETECTIONS, "0", detection.replace("2.0e-15", "0.2e-14"));
            List<ConsumerRecord<String, byte[]>> both = enhanced(probe, id, 2);
            assertArrayEquals(both.get(0).value(), both.get(1).value());
            probe.send(DETECTIONS, "0", TestSky.detection(id, 31, -20));
            ConsumerRecord<String, byte[]> refused = deadLetter(probe, id);
            assertEquals("conflicting-duplicate", header(refused, DeadLetterHeaders.REASON));
        }
    }

    @Test
    void sharperPositionThatResolvesADoubtfulSourceSendsItsDetectionAgain() {
        try (StreamProbe probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers())) {
            String left = comes(probe, "left", -1.0, 1.2).source().id();
            comes(probe, "right", 2.0, 1.2);
            EnhancedDetection between = comes(probe, "between", 0, 1.5);
            String doubtful = between.source().id();
            assertEquals(2, between.source().candidateSourceIds().size());
            when().get("/sources/doubtful?limit=1000")
                    .then()
                    .statusCode(200)
                    .body("sources.find { it.id == '" + doubtful + "' }.candidates", hasSize(2));

            comes(probe, "sharp", 2.5, 0.1);
            ConsumerRecord<String, byte[]> again = enhanced(probe, id + "-between", 2).stream()
                    .filter(record -> header(record, CloudEvent.ID).equals(id + "-between;association=2"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(left, again.key());
            EnhancedDetection moved = Wire.read(again.value(), EnhancedDetection.class);
            assertEquals(between.detection(), moved.detection());
            assertEquals(
                    new EnhancedDetection.Change(
                            EnhancedDetection.ChangeKind.MERGED, doubtful, id + "-sharp", List.of()),
                    moved.source().change());
            assertEquals(
                    List.of(), new SchemaCheck(Topic.ENHANCED_DETECTIONS.schema()).problems(Wire.tree(again.value())));
            when().get("/sources/" + doubtful)
                    .then()
                    .statusCode(200)
                    .body("merged_into", equalTo(left))
                    .body("detections", empty())
                    .body("changes[0].because_of", equalTo(id + "-sharp"));
        }
        when().get("/sources/doubtful?limit=0").then().statusCode(422).body("detail", containsString("limit is 0"));
    }

    /// Sends a detection north of a fixed place and waits until it has come out.
    private EnhancedDetection comes(StreamProbe probe, String name, double northArcsec, double errorArcsec) {
        String detection = TestSky.detection(id + "-" + name, 120, -55 + northArcsec / 3600)
                .replace("1.2,", errorArcsec + ",");
        probe.send(DETECTIONS, "0", detection);
        return Wire.read(enhanced(probe, id + "-" + name, 1).getFirst().value(), EnhancedDetection.class);
    }

    @Test
    void badRecordsGoToTheDeadLettersWithTheirReasonAndTheStreamGoesOn() {
        String good = TestSky.detection(id + "-good", 40, 40);
        try (StreamProbe probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers())) {
            probe.send(DETECTIONS, "0", "{ \"id\": \"" + id + "-broken\", ");
            probe.send(DETECTIONS, "0", TestSky.detection(id + "-pole", 40, 95));
            probe.send(DETECTIONS, "0", TestSky.detection(id + "-nan", 40, 40).replace("1.2,", "\"NaN\","));
            probe.send(DETECTIONS, "0", good);
            enhanced(probe, id + "-good", 1);
            assertEquals("unreadable", header(deadLetter(probe, id + "-broken"), DeadLetterHeaders.REASON));
            ConsumerRecord<String, byte[]> pole = deadLetter(probe, id + "-pole");
            assertEquals("schema-violation", header(pole, DeadLetterHeaders.REASON));
            assertTrue(
                    header(pole, DeadLetterHeaders.DETAIL).contains("dec_deg is 95.0, must lie in [-90, 90] deg"),
                    header(pole, DeadLetterHeaders.DETAIL));
            assertEquals("schema-violation", header(deadLetter(probe, id + "-nan"), DeadLetterHeaders.REASON));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> enhanced(StreamProbe probe, String id, int count) {
        return ofDetection(
                probe.await(ENHANCED, LIMIT, records -> ofDetection(records, id).size() >= count), id);
    }

    private static List<ConsumerRecord<String, byte[]>> ofDetection(
            List<ConsumerRecord<String, byte[]>> records, String id) {
        return records.stream()
                .filter(record -> {
                    JsonNode value = Wire.tree(record.value());
                    return value.path("detection").path("id").asText().equals(id);
                })
                .toList();
    }

    private static ConsumerRecord<String, byte[]> deadLetter(StreamProbe probe, String id) {
        return probe
                .await(Topic.DETECTIONS.deadLetters(), LIMIT, records -> records.stream()
                        .anyMatch(one -> holds(one, id)))
                .stream()
                .filter(one -> holds(one, id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(ConsumerRecord<String, byte[]> record, String id) {
        return new String(record.value(), UTF_8).contains("\"" + id + "\"");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
