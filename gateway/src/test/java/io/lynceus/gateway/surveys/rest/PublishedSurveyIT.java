package io.lynceus.gateway.surveys.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.runtime.step.DeadLetterHeaders;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows of published surveys leave as detections; the test is what lies behind the stream and answers.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class PublishedSurveyIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OURS = "/api/v1/surveys/";
    private static final String HEADER =
            "name,ra,dec,err95,snr,flux_soft,e_flux_soft,flux_medium,e_flux_medium,flux_hard,e_flux_hard,p_intra,p_inter\n";

    /// Time in which a portion leaves that may: the publisher looks every second.
    private static final Duration SEVERAL_LOOKS = Duration.ofSeconds(4);

    private StreamProbe probe;

    @BeforeEach
    void open() {
        probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers());
    }

    @AfterEach
    void close() {
        probe.close();
    }

    private static String row(String name, double decDeg) {
        return name + ",10.5," + decDeg + ",0.8,5.5,1e-15,2e-16,,,3e-15,1e-15,0.9,\n";
    }

    private static String rows(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> row(prefix + i, 1)).collect(Collectors.joining());
    }

    private static String uploaded(String rows) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .queryParam("name", "published.csv")
                .contentType("application/octet-stream")
                .body((HEADER + rows).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void publish(String id) {
        given().post(OURS + id + "/start?publish=true").then().statusCode(200).body("published", is(true));
    }

    private static JsonPath survey(String id) {
        return given().get(OURS + id).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath awaited(String id, String field, Object value) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            JsonPath survey = survey(id);
            if (value.equals(survey.get(field))) {
                return survey;
            }
            assertTrue(System.nanoTime() < deadline, () -> field + " is not " + value + ": " + survey.prettify());
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /// Records of the detections with ids that begin so, once there are as many.
    private List<ConsumerRecord<String, byte[]>> departed(String prefix, int count) {
        return probe
                .await(
                        Topic.DETECTIONS.topicName(),
                        LIMIT,
                        all -> departed(all, prefix).size() >= count)
                .stream()
                .filter(record -> id(record).startsWith(prefix))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> departed(
            List<ConsumerRecord<String, byte[]>> all, String prefix) {
        return all.stream().filter(record -> id(record).startsWith(prefix)).toList();
    }

    /// Other tests of this JVM put records without one on the topic.
    private static String id(ConsumerRecord<String, byte[]> record) {
        Header id = record.headers().lastHeader(CloudEvent.ID);
        return id == null ? "" : new String(id.value(), StandardCharsets.UTF_8);
    }

    private static ProducerRecord<String, byte[]> classification(byte[] detection, String sourceClass) {
        ObjectNode classified = (ObjectNode) Peers.example(Topic.CLASSIFICATIONS.schema());
        ((ObjectNode) classified.at("/featured/enhanced")).set("detection", Wire.tree(detection));
        ((ObjectNode) classified.get("classification")).put("class", sourceClass);
        return new ProducerRecord<>(Topic.CLASSIFICATIONS.topicName(), "lx-published", Wire.write(classified));
    }

    private static ProducerRecord<String, byte[]> deadLetter(String topic, byte[] value, String reason, String detail) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, "lx-published", value);
        record.headers()
                .add(new RecordHeader(DeadLetterHeaders.REASON, reason.getBytes(StandardCharsets.UTF_8)))
                .add(new RecordHeader(DeadLetterHeaders.DETAIL, detail.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void answerAll(List<ConsumerRecord<String, byte[]>> detections, String sourceClass) {
        probe.sendAll(detections.stream()
                .map(record -> classification(record.value(), sourceClass))
                .toList());
    }

    @Test
    void rowsLeaveAsDetectionsAndWhatTheStreamSaysOfThemIsTheirs() throws InterruptedException {
        String id = uploaded(row("pub-a0", 1) + row("pub-a1", 2) + "pub-a2,10,95,0.8,5,1e-15,,,,,,,\n"
                + row("pub-a3", 3) + row("pub-a4", 4));
        publish(id);
        List<ConsumerRecord<String, byte[]>> left = departed("pub-a", 4);
        assertEquals(
                List.of("pub-a0", "pub-a1", "pub-a3", "pub-a4"),
                left.stream().map(PublishedSurveyIT::id).sorted().toList());
        SchemaCheck schema = new SchemaCheck(Topic.DETECTIONS.schema());
        left.forEach(record -> assertEquals(List.of(), schema.problems(Wire.tree(record.value()))));
        assertEquals(1, awaited(id, "refused", 1).getInt("done"));

        JsonNode other = ((ObjectNode) Wire.tree(value(left, "pub-a0"))).put("signal_to_noise", 6.5);
        ObjectNode enhanced = (ObjectNode) Peers.example(Topic.ENHANCED_DETECTIONS.schema());
        enhanced.set("detection", Wire.tree(value(left, "pub-a3")));
        probe.sendAll(List.of(
                new ProducerRecord<>("detections-dlq", null, "null".getBytes(StandardCharsets.UTF_8)),
                new ProducerRecord<>("detections-dlq", null, "no JSON".getBytes(StandardCharsets.UTF_8)),
                classification(Wire.write(other), "CV"),
                classification(value(left, "pub-a4"), "Star"),
                deadLetter("detections-dlq", value(left, "pub-a1"), "conflicting-duplicate", "pub-a1 is known"),
                deadLetter("enhanced-detections-dlq", Wire.write(enhanced), "processing-failed", "a fault of ours"),
                classification(value(left, "pub-a0"), "XRB"),
                classification(value(left, "pub-a0"), "AGN")));
        JsonPath done = awaited(id, "state", "done");
        assertEquals(2, done.getInt("classified"));
        assertEquals(3, done.getInt("refused"));
        assertEquals(Map.of("XRB", 1, "Star", 1), done.getMap("classes"));
        given().get(OURS + id + "/rows")
                .then()
                .body(
                        "rows.collect { it.cells[0] + ' ' + it.get('class') }",
                        equalTo(List.of("pub-a0 XRB", "pub-a1 null", "pub-a2 null", "pub-a3 null", "pub-a4 Star")))
                .body("rows[1].refused", is("pub-a1 is known"))
                .body("rows[2].refused", containsString("dec_deg is 95"))
                .body("rows[3].refused", is("a fault of ours"))
                .body("rows[0].refused", nullValue());
    }

    private static byte[] value(List<ConsumerRecord<String, byte[]>> records, String id) {
        return records.stream()
                .filter(record -> id(record).equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void noMoreThanTheBoundIsOnItsWayAndWhatWasIsSentAgainAfterACancellation() throws InterruptedException {
        int bound = PeersResource.MOST_PUBLISHED_ROWS_UNDER_WAY;
        String id = uploaded(rows("pub-b", 2 * bound + 1));
        publish(id);
        departed("pub-b", bound);
        TimeUnit.NANOSECONDS.sleep(SEVERAL_LOOKS.toNanos());
        List<ConsumerRecord<String, byte[]>> first = departed("pub-b", bound);
        assertEquals(bound, first.size());

        given().post(OURS + id + "/cancel").then().statusCode(200).body("state", is("cancelled"));
        answerAll(first.subList(0, bound - 1), "AGN");
        awaited(id, "classified", bound - 1);
        assertEquals(
                bound,
                departed(probe.readAll(Topic.DETECTIONS.topicName()), "pub-b").size());

        given().post(OURS + id + "/start").then().statusCode(200).body("published", is(true));
        List<ConsumerRecord<String, byte[]>> all = departed("pub-b", 2 * bound);
        String last = id(first.getLast());
        assertEquals(2, all.stream().filter(record -> id(record).equals(last)).count());
        answerAll(all, "AGN");
        awaited(id, "classified", bound + bound / 2);

        answerAll(departed("pub-b", 2 * bound + bound / 2 + 1), "AGN");
        JsonPath done = awaited(id, "state", "done");
        assertEquals(2 * bound + 1, done.getInt("classified"));
    }

    @Test
    void whatIsPublishedStaysAsItIsAndWhatIsClassifiedAsideIsNotPublished() throws InterruptedException {
        String id = uploaded(row("pub-c0", 1));
        publish(id);
        answerAll(departed("pub-c", 1), "CV");
        awaited(id, "state", "done");
        given().contentType("application/json")
                .body(Wire.write(survey(id).getMap("mapping")))
                .put(OURS + id + "/mapping")
                .then()
                .statusCode(409)
                .body("detail", containsString("part of the sky"));

        String aside = uploaded(row("pub-d0", 1));
        given().post(OURS + aside + "/start").then().statusCode(200).body("published", is(false));
        awaited(aside, "state", "done");
        given().post(OURS + aside + "/start?publish=true")
                .then()
                .statusCode(409)
                .body("detail", containsString("aside"));
        assertEquals(
                0,
                departed(probe.readAll(Topic.DETECTIONS.topicName()), "pub-d").size());
    }
}
