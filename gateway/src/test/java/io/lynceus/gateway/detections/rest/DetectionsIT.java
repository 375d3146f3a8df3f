package io.lynceus.gateway.detections.rest;

import static io.lynceus.gateway.rest.Requests.detection;
import static io.lynceus.gateway.rest.Requests.list;
import static io.lynceus.gateway.rest.Requests.position;
import static io.lynceus.gateway.rest.Requests.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class DetectionsIT {
    Peers peers;

    private StreamProbe probe;

    @BeforeEach
    void open() {
        probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers());
    }

    @AfterEach
    void close() {
        probe.close();
    }

    private static ValidatableResponse send(String... detections) {
        return post("/api/v1/detections", list(detections));
    }

    private List<ConsumerRecord<String, byte[]>> onTheStream(String detectionId) {
        return probe.readAll(Topic.DETECTIONS.topicName()).stream()
                .filter(found -> Wire.read(found.value(), Detection.class).id().equals(detectionId))
                .toList();
    }

    @Test
    void acceptedDetectionIsOnTheStreamWhenTheAnswerComes() {
        send(detection("sent"))
                .statusCode(202)
                .body("accepted", is(1))
                .body("rejected", is(0))
                .body("duplicates_checked", is(true))
                .body("detections.status", equalTo(List.of("accepted")));
        ConsumerRecord<String, byte[]> record = onTheStream("sent").getFirst();
        assertEquals(Long.toString(Healpix.cell(Topic.KEY_ORDER, new SkyPosition(150.1163, 2.2058))), record.key());
        assertEquals(List.of(), new SchemaCheck(Topic.DETECTIONS.schema()).problems(Wire.tree(record.value())));
        assertEquals(
                "sent", new String(record.headers().lastHeader(CloudEvent.ID).value(), StandardCharsets.UTF_8));
    }

    @Test
    void detectionOfANoticeIsOnTheStream() {
        String notice = """
                { "$schema": "https://gcn.nasa.gov/schema/v7.0.0/gcn/notices/einstein_probe/wxt/alert.schema.json",
                  "id": ["01709132000"], "ra": 150.5, "dec": -30.25, "ra_dec_error": 0.04, "net_count_rate": 0.5 }""";
        post("/api/v1/notices", notice)
                .statusCode(202)
                .body("detections.detection_id", equalTo(List.of("ep-wxt-01709132000")));
        assertEquals(1, onTheStream("ep-wxt-01709132000").size());
        post("/api/v1/notices", notice.replace("\"ra\": 150.5", "\"ra\": 450.5"))
                .statusCode(422)
                .body("detail", containsString("450.5"));
        post("/api/v1/notices", notice.replace("net_count_rate", "colour"))
                .statusCode(422)
                .body("detail", containsString("net_count_rate is missing"));
        post("/api/v1/notices", "[" + notice + "]").statusCode(400);
    }

    @Test
    void badDetectionIsRejectedAtItsPlaceAndTheOthersGoOn() {
        send(detection("fine"), detection("far-south", position("dec_deg", -91)))
                .statusCode(202)
                .body("accepted", is(1))
                .body("rejected", is(1))
                .body("detections.detection_id", equalTo(List.of("fine", "far-south")))
                .body("detections.status", equalTo(List.of("accepted", "rejected")))
                .body("detections[1].error.detail", is("position.dec_deg is -91.0, must lie in [-90, 90] deg"));
        assertEquals(1, onTheStream("fine").size());
        assertEquals(0, onTheStream("far-south").size());
    }

    @Test
    void requestWithoutAnyGoodDetectionIsRefused() {
        send(detection("bad", position("dec_deg", 95))).statusCode(422).body("accepted", is(0));
    }

    @Test
    void repeatWithinARequestIsSentOnce() {
        send(detection("twice"), detection("twice")).statusCode(202).body("accepted", is(2));
        assertEquals(1, onTheStream("twice").size());
    }

    @Test
    void sameIdWithTwoContentsIsAConflictAndNothingIsTaken() {
        send(detection("bystander"), detection("torn"), detection("torn", position("dec_deg", 3)))
                .statusCode(409)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .body("detection_ids", equalTo(List.of("torn")))
                .body("detail", containsString("torn"));
        assertEquals(0, onTheStream("bystander").size());
    }

    @Test
    void idKnownWithAnotherContentIsAConflict() {
        send(detection("known-otherwise")).statusCode(409).body("detection_ids", equalTo(List.of("known-otherwise")));
    }

    @Test
    void streamTakesDetectionsWhileCrossmatchIsAwayAndSaysThatItCouldNotAsk() {
        peers.crossmatch.goAway();
        try {
            send(detection("unchecked")).statusCode(202).body("duplicates_checked", is(false));
        } finally {
            peers.crossmatch.comeBack();
        }
        assertEquals(1, onTheStream("unchecked").size());
    }
}
