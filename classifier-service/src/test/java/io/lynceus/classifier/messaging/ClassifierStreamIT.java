package io.lynceus.classifier.messaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.FeaturedExample;
import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.step.DeadLetterHeaders;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
class ClassifierStreamIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final StreamProbe probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers());

    @Inject
    ClassificationStore store;

    @AfterEach
    void close() {
        probe.close();
    }

    private void send(FeaturedExample example) {
        probe.send(Topic.FEATURED_DETECTIONS.topicName(), example.sourceId(), example.json());
    }

    private List<ConsumerRecord<String, byte[]>> classified(String sourceId, int count) {
        return probe
                .await(
                        Topic.CLASSIFICATIONS.topicName(),
                        LIMIT,
                        records -> of(sourceId, records).size() >= count)
                .stream()
                .filter(record -> sourceId.equals(record.key()))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> of(
            String sourceId, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> sourceId.equals(record.key())).toList();
    }

    private ConsumerRecord<String, byte[]> deadLetter(String key) {
        return of(key, probe.await(Topic.FEATURED_DETECTIONS.deadLetters(), LIMIT, records -> !of(key, records)
                        .isEmpty()))
                .getFirst();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void aFeaturedDetectionComesOutClassifiedWithWhatWasReceivedUntouched() {
        FeaturedExample example = FeaturedExample.of("ms-one", "ms-one-source");
        send(example);
        ConsumerRecord<String, byte[]> record = classified("ms-one-source", 1).getFirst();
        assertEquals(List.of(), new SchemaCheck(Topic.CLASSIFICATIONS.schema()).problems(Wire.tree(record.value())));
        assertEquals("ms-one", header(record, CloudEvent.ID));
        ClassifiedDetection classified = Wire.read(record.value(), ClassifiedDetection.class);
        assertEquals(example.json(), classified.featured().toString());
        assertEquals("csc2", classified.classification().model().name());
        double sum = classified.classification().probabilities().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertEquals(1, sum, 1e-9);
        assertArrayEquals(
                record.value(), store.source("ms-one-source").orElseThrow().published());
    }

    @Test
    void aRepeatHasOneEffectAndTheSamePayload() {
        FeaturedExample example = FeaturedExample.of("ms-repeat", "ms-repeat-source");
        send(example);
        send(example);
        List<ConsumerRecord<String, byte[]>> records = classified("ms-repeat-source", 2);
        assertArrayEquals(records.getFirst().value(), records.getLast().value());
        assertEquals(1, store.history("ms-repeat-source").size());
    }

    @Test
    void anotherPayloadUnderAKnownIdIsADeadLetter() {
        send(FeaturedExample.of("ms-conflict", "ms-conflict-source"));
        classified("ms-conflict-source", 1);
        send(FeaturedExample.of("ms-conflict", "ms-conflict-source").withHardness(-0.5));
        assertEquals("conflicting-duplicate", header(deadLetter("ms-conflict-source"), DeadLetterHeaders.REASON));
        assertEquals(1, store.history("ms-conflict-source").size());
    }

    @Test
    void whatCannotBeUsedIsADeadLetterWithItsReasonAndTheStreamGoesOn() {
        String topic = Topic.FEATURED_DETECTIONS.topicName();
        String good = FeaturedExample.of("ms-bad", "ms-bad-source").json();
        probe.send(topic, "ms-no-json", "{");
        probe.send(topic, "ms-no-revision", good.replace("\"revision\": 1", "\"revision\": 0"));
        probe.send(topic, "ms-nan", good.replace("42.1", "NaN"));
        probe.send(topic, "ms-no-source", good.replace("\"source\":", "\"sauce\":"));
        send(FeaturedExample.of("ms-no-model", "ms-no-model").ofMission("ROSAT"));
        send(FeaturedExample.of("ms-after", "ms-after-source"));
        assertEquals("unreadable", header(deadLetter("ms-no-json"), DeadLetterHeaders.REASON));
        assertEquals("schema-violation", header(deadLetter("ms-no-revision"), DeadLetterHeaders.REASON));
        assertEquals("unreadable", header(deadLetter("ms-nan"), DeadLetterHeaders.REASON));
        assertEquals("schema-violation", header(deadLetter("ms-no-source"), DeadLetterHeaders.REASON));
        assertEquals(
                "required field enhanced.source is missing",
                header(deadLetter("ms-no-source"), DeadLetterHeaders.DETAIL));
        assertEquals("no-model", header(deadLetter("ms-no-model"), DeadLetterHeaders.REASON));
        assertTrue(header(deadLetter("ms-no-model"), DeadLetterHeaders.DETAIL).contains("ROSAT"));
        assertEquals(1, classified("ms-after-source", 1).size());
    }

    private void announce(String sourceId, @Nullable String json) {
        probe.send(new ProducerRecord<>(
                Topic.CONSENSUS_LABELS.topicName(),
                sourceId,
                json == null ? null : json.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, Double> awaitLabels(String sourceId, Predicate<Map<String, Double>> wanted)
            throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            JsonNode answer = Wire.tree(
                    RestAssured.get("/consensus-labels?min_confidence=0.9").asByteArray());
            Map<String, Double> found = answer.get("labels")
                    .valueStream()
                    .filter(label -> sourceId.equals(label.get("source_id").asText()))
                    .collect(Collectors.toMap(label -> label.get("class").asText(), label -> label.get("confidence")
                            .asDouble()));
            if (wanted.test(found)) {
                return found;
            }
            assertTrue(System.nanoTime() < deadline, found::toString);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void theVolunteersLabelIsKeptUntilTheyAgreeNoLonger() throws InterruptedException {
        String label = """
                {"$schema": "https://lynceus.io/schemas/v1/consensus-label.json", "source_id": "lx-voted",
                 "class": "XRB", "confidence": 0.95, "agreement": 1, "votes": {"XRB": 9}, "voters": 9,
                 "method": "majority"}""";
        announce("lx-voted", label);
        assertEquals(Map.of("XRB", 0.95), awaitLabels("lx-voted", found -> !found.isEmpty()));
        announce("lx-voted", label.replace("0.95", "0.5"));
        awaitLabels("lx-voted", Map::isEmpty);
        announce("lx-voted", label);
        awaitLabels("lx-voted", found -> !found.isEmpty());
        announce("lx-voted", null);
        awaitLabels("lx-voted", Map::isEmpty);
    }

    @Test
    void aLabelThatCannotBeReadGoesToItsDeadLetters() {
        announce("lx-garbled", "no json");
        announce(
                "lx-sure",
                "{\"source_id\": \"lx-sure\", \"class\": \"CV\", \"confidence\": 95, \"agreement\": 1, \"voters\": 3,"
                        + " \"method\": \"majority\"}");
        List<ConsumerRecord<String, byte[]>> dead = probe.await(
                Topic.CONSENSUS_LABELS.deadLetters(),
                LIMIT,
                records -> !of("lx-garbled", records).isEmpty()
                        && !of("lx-sure", records).isEmpty());
        assertEquals("unreadable", header(of("lx-garbled", dead).getFirst(), DeadLetterHeaders.REASON));
        assertTrue(header(of("lx-sure", dead).getFirst(), DeadLetterHeaders.DETAIL)
                .contains("confidence is 95.0, must lie in [0, 1]"));
    }
}
