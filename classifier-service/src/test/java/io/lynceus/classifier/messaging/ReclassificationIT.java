package io.lynceus.classifier.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.FeaturedExample;
import io.lynceus.classifier.HistoryEntry;
import io.lynceus.classifier.Reclassified;
import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
class ReclassificationIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SOURCES = 1200;

    private final StreamProbe probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers());

    @Inject
    ClassificationStore store;

    @AfterEach
    void activateTheDefaultAgain() {
        probe.close();
        Reclassified.await(activate("csc2"));
    }

    private static int activate(String model) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"models\": [\"" + model + "\"]}")
                .post("/activations")
                .then()
                .statusCode(200)
                .extract()
                .path("activation");
    }

    private static FeaturedExample example(String prefix, int i) {
        return FeaturedExample.of(prefix + "-" + i, "rc-source-" + prefix + "-" + i)
                .withHardness(i / (double) SOURCES * 2 - 1);
    }

    private void send(String prefix, int count) {
        probe.sendAll(IntStream.range(0, count)
                .mapToObj(i -> example(prefix, i))
                .map(example -> new ProducerRecord<>(
                        Topic.FEATURED_DETECTIONS.topicName(),
                        example.sourceId(),
                        example.json().getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    /// The models and activations that each of the first sources was published with, in the order of the topic.
    private Map<String, List<ClassifiedDetection>> published(String prefix, int count, long activation) {
        String start = "rc-source-" + prefix + "-";
        return probe
                .await(
                        Topic.CLASSIFICATIONS.topicName(),
                        LIMIT,
                        records -> records.stream()
                                        .filter(record -> record.key() != null
                                                && record.key().startsWith(start)
                                                && record.value() != null)
                                        .filter(record -> Wire.tree(record.value())
                                                        .path("activation")
                                                        .asLong()
                                                >= activation)
                                        .map(record -> record.key())
                                        .distinct()
                                        .count()
                                == count)
                .stream()
                .filter(record -> record.key() != null && record.key().startsWith(start))
                .collect(Collectors.groupingBy(
                        record -> record.key(),
                        Collectors.mapping(
                                record -> Wire.read(record.value(), ClassifiedDetection.class), Collectors.toList())));
    }

    @Test
    void anActivationReclassifiesWhatIsThereWhileTheStreamGoesOn() {
        send("before", SOURCES);
        published("before", SOURCES, 0);

        int activation = activate("csc2-paper");
        send("during", 100);
        JsonNode progress = Reclassified.await(activation);

        Map<String, List<ClassifiedDetection>> before = published("before", SOURCES, activation);
        Map<String, List<ClassifiedDetection>> during = published("during", 100, activation);
        for (List<ClassifiedDetection> records : before.values()) {
            assertEquals("csc2", records.getFirst().classification().model().name());
            assertEquals(
                    "csc2-paper", records.getLast().classification().model().name());
        }
        assertEquals(100, during.size());
        List<HistoryEntry> history = store.history("rc-source-before-0");
        assertEquals(
                List.of("csc2-paper", "csc2"),
                history.stream().map(entry -> entry.model().name()).toList());
        assertEquals(activation, history.getFirst().activation());

        long moved = before.values().stream()
                .filter(records -> !records.getFirst()
                        .classification()
                        .sourceClass()
                        .equals(records.getLast().classification().sourceClass()))
                .count();
        long told = progress.get("moves")
                .valueStream()
                .mapToLong(move -> move.get("sources").asLong())
                .sum();
        assertTrue(told >= moved, () -> progress + " for " + moved);
    }
}
