package io.lynceus.feature;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeatureServiceIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String IN = Topic.ENHANCED_DETECTIONS.topicName();
    private static final String OUT = Topic.FEATURED_DETECTIONS.topicName();

    private StreamProbe stream;

    @BeforeAll
    void open() {
        stream = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers());
    }

    @AfterAll
    void close() {
        stream.close();
    }

    @Test
    void aDetectionGoesOnWithItsFeaturesUnderTheSourcesKey() {
        String enhanced = enhanced("flow-1", "lx-flow", "Chandra", 4e-14);
        stream.send(IN, "lx-flow", enhanced);

        ConsumerRecord<String, byte[]> featured = awaitFeatured("flow-", 1).getFirst();

        assertEquals("lx-flow", featured.key());
        assertEquals("flow-1", header(featured, CloudEvent.ID));
        assertEquals(List.of(), new SchemaCheck(Topic.FEATURED_DETECTIONS.schema()).problems(tree(featured)));
        assertTrue(StreamProbe.text(featured).contains("\"enhanced\":" + enhanced + ",\"revision\":1"));
    }

    @Test
    void aRepeatComesOutAgainToTheByteAndHasNoSecondEffect() {
        String first = enhanced("repeat-1", "lx-repeat", "Chandra", 4e-14);
        stream.send(IN, "lx-repeat", first);
        stream.send(IN, "lx-repeat", enhanced("repeat-2", "lx-repeat", "Chandra", 8e-14));
        stream.send(IN, "lx-repeat", first);

        List<ConsumerRecord<String, byte[]>> featured = awaitFeatured("repeat-", 3);

        Map<String, List<String>> values = new TreeMap<>();
        featured.forEach(message -> values.computeIfAbsent(header(message, CloudEvent.ID), id -> new ArrayList<>())
                .add(StreamProbe.text(message)));
        assertEquals(2, values.get("repeat-1").size());
        assertEquals(values.get("repeat-1").getFirst(), values.get("repeat-1").getLast());
        given().get("/sources/lx-repeat/light-curve")
                .then()
                .statusCode(200)
                .body("epochs.detection_id", hasItems("repeat-1", "repeat-2"))
                .body("epochs.size()", equalTo(2));
    }

    @Test
    void theFeaturesOfASourceDoNotDependOnTheOrderOfArrival() {
        Random random = new Random(7);
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (String order : List.of("order-a", "order-b")) {
            List<Integer> epochs = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
            Collections.shuffle(epochs, random);
            for (int epoch : epochs) {
                String enhanced = enhanced(
                        order + epoch,
                        "lx-" + order,
                        List.of("Chandra", "XMM", "Swift").get(epoch % 3),
                        epoch * 1e-14);
                messages.add(new ProducerRecord<>(IN, "lx-" + order, enhanced.getBytes(StandardCharsets.UTF_8)));
            }
        }
        stream.sendAll(messages);

        List<JsonNode> last = awaitFeatured("order-", 12).stream()
                .map(FeatureServiceIT::tree)
                .filter(value -> value.get("revision").asInt() == 6)
                .map(value -> value.get("features"))
                .toList();

        assertEquals(2, last.size());
        assertEquals(
                last.getFirst().toString().replace("order-a", "order-b"),
                last.getLast().toString().replace("order-a", "order-b"));
    }

    @Test
    void whatCannotBeUsedGoesToTheDeadLettersWithItsReasonAndTheStreamGoesOn() {
        stream.send(IN, "bad", "{ this is no JSON");
        stream.send(
                IN, "bad", enhanced("bad-0", "lx-bad", "Chandra", 1e-14).replace("\"dec_deg\":2.2", "\"dec_deg\":95"));
        stream.send(IN, "bad", enhanced("bad-1", "lx-bad", "Chandra", 1e-14));
        stream.send(IN, "bad", enhanced("bad-1", "lx-bad", "Chandra", 2e-14));
        stream.send(IN, "bad", enhanced("bad-2", "lx-bad", "Chandra", 1e-14));

        awaitFeatured("bad-", 2);
        List<String> reasons = stream.await(IN + "-dlq", LIMIT, letters -> letters.size() >= 3).stream()
                .map(letter ->
                        header(letter, DeadLetterHeaders.REASON) + ": " + header(letter, DeadLetterHeaders.DETAIL))
                .sorted()
                .toList();

        assertEquals(3, reasons.size(), reasons::toString);
        assertTrue(reasons.get(0).startsWith("conflicting-duplicate: detection bad-1"), reasons::toString);
        assertTrue(
                reasons.get(1).startsWith("schema-violation: ")
                        && reasons.get(1).contains("95"),
                reasons::toString);
        assertTrue(reasons.get(2).startsWith("unreadable: "), reasons::toString);
    }

    @Test
    void featuresOverHttpAreThoseOfTheStreamAndLeaveNothing() {
        String enhanced = enhanced("http-1", "lx-http", "Chandra", 4e-14);
        String answer = post(enhanced, false).then().statusCode(200).extract().asString();
        given().get("/sources/lx-http/light-curve")
                .then()
                .statusCode(404)
                .body("type", containsString("unknown-source"));

        stream.send(IN, "lx-http", enhanced);

        assertEquals(
                answer,
                "{\"results\":[" + StreamProbe.text(awaitFeatured("http-", 1).getFirst()) + "]}");
    }

    @Test
    void historyCountsTheStoredEpochsIn() {
        stream.send(IN, "lx-past", enhanced("past-1", "lx-past", "Chandra", 4e-14));
        awaitFeatured("past-", 1);
        String next = enhanced("next-2", "lx-past", "Chandra", 4e-13);

        post(next, false)
                .then()
                .body("results[0].epoch_count", equalTo(1))
                .body("results[0].features.long_term_ratio.value", nullValue());
        post(next, true)
                .then()
                .body("results[0].epoch_count", equalTo(2))
                .body("results[0].revision", equalTo(2))
                .body("results[0].features.long_term_ratio.value", equalTo(1.0f));
        post(enhanced("past-1", "lx-past", "Chandra", 4e-14), true)
                .then()
                .body("results[0].epoch_count", equalTo(1))
                .body("results[0].revision", equalTo(1));
    }

    @Test
    void manyDetectionsAreAnsweredInOrderWithAProblemAtThePlaceOfTheImpossible() {
        String good = enhanced("many-1", "lx-many", "Chandra", 4e-14);
        String bad = good.replace("\"error_major_arcsec\":1.2", "\"error_major_arcsec\":-1.2");

        post(good + ", {}, " + bad, false)
                .then()
                .statusCode(200)
                .body("results.size()", equalTo(3))
                .body("results[0].features.galactic_latitude.unit", equalTo("deg"))
                .body("results[1].error.detail", equalTo("required field source is missing"))
                .body("results[2].error.status", equalTo(422))
                .body("results[2].error.detail", containsString("-1.2"));
    }

    @Test
    void aBodyThatIsNoDetectionIsAProblem() {
        post("{ no JSON", false).then().statusCode(400).contentType("application/problem+json");
        given().contentType("application/json")
                .body("{}")
                .post("/features")
                .then()
                .statusCode(400)
                .body("detail", equalTo("required field detections is missing"));
        post("", false).then().statusCode(400).body("detail", equalTo("detections has 0 entries, must have 1 to 1000"));
        post("{},".repeat(1000) + "{}", false).then().statusCode(400).body("detail", containsString("1000"));
    }

    @Test
    void theLightCurveHasEveryEpochInItsOwnAndInTheReferenceBand() {
        stream.send(
                IN, "lx-curve", enhanced("curve-2", "lx-curve", "XMM", 4e-14).replace("2010-03", "2015-03"));
        stream.send(IN, "lx-curve", enhanced("curve-1", "lx-curve", "Chandra", 4e-14));
        awaitFeatured("curve-", 2);

        given().get("/sources/lx-curve/light-curve")
                .then()
                .statusCode(200)
                .body("epochs.detection_id", equalTo(List.of("curve-1", "curve-2")))
                .body("epochs[0].full_band.low_kev", equalTo(0.5f))
                .body("epochs[1].full_band.high_kev", equalTo(12.0f))
                .body("epochs[1].reference_band.high_kev", equalTo(7.0f))
                .body("epochs[0].start_assumed", equalTo(false))
                .body("epochs[0].bands[1].upper_limit_cgs", equalTo(2e-14f))
                .body("blocks.size()", equalTo(1))
                .body("blocks[0].epochs", equalTo(2))
                .body("blocks[0].to", startsWith("2015-03"));
    }

    @Test
    void theServiceDescribesAndWatchesItself() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/sources/{id}/light-curve"));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("feature_batch_seconds"));
    }

    private static Response post(String detections, boolean history) {
        return given().contentType("application/json")
                .body("{\"detections\":[" + detections + "]}")
                .post("/features?history=" + history);
    }

    private List<ConsumerRecord<String, byte[]>> awaitFeatured(String idPrefix, int count) {
        return stream
                .await(OUT, LIMIT, records -> ofDetections(records, idPrefix).size() >= count)
                .stream()
                .filter(message -> header(message, CloudEvent.ID).startsWith(idPrefix))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> ofDetections(
            List<ConsumerRecord<String, byte[]>> records, String idPrefix) {
        return records.stream()
                .filter(message -> header(message, CloudEvent.ID).startsWith(idPrefix))
                .toList();
    }

    private static JsonNode tree(ConsumerRecord<String, byte[]> message) {
        return Wire.tree(message.value());
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String enhanced(String detectionId, String sourceId, String mission, double softFlux) {
        return String.format(Locale.ROOT, """
                {"$schema":"https://lynceus.io/schemas/v1/enhanced-detection.json","detection":{"id":"%s",\
                "mission":"%s","start":"2010-03-04T05:06:07Z","position":{"ra_deg":150.1,"dec_deg":2.2,\
                "error_major_arcsec":1.2},"bands":[{"name":"soft","low_kev":0.5,"high_kev":2,"flux_cgs":%s,\
                "flux_error_cgs":1e-15},{"name":"hard","low_kev":2,"high_kev":7,"upper_limit_cgs":2e-14}],\
                "signal_to_noise":9.4},"source":{"id":"%s","name":"LXS J100024.0+021200","association":"new",\
                "position":{"ra_deg":150.1,"dec_deg":2.2,"error_major_arcsec":1.2},"separation_arcsec":null,\
                "log10_bayes_factor":null,"posterior":null,"candidate_source_ids":[]},"identifications":[],\
                "identified_class":null,"identification_conflict":false,"host_galaxy":null,"counterparts":[],\
                "catalogues":[]}""", detectionId, mission, softFlux, sourceId);
    }
}
