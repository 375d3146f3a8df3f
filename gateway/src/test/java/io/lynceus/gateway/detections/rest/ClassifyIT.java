package io.lynceus.gateway.detections.rest;

import static io.lynceus.gateway.rest.Requests.classify;
import static io.lynceus.gateway.rest.Requests.detection;
import static io.lynceus.gateway.rest.Requests.list;
import static io.lynceus.gateway.rest.Requests.position;
import static io.lynceus.gateway.rest.Requests.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.peers.Peer;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class ClassifyIT {
    Peers peers;

    @BeforeEach
    void forgetWhatWasAsked() {
        peers.all().forEach(peer -> peer.asked().clear());
    }

    @Test
    void answerHasTheFieldsOfTheContract() {
        JsonNode entry = Wire.tree(classify(list(detection("one")))
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .at("/classifications/0");
        JsonNode expected = Peers.example(Topic.CLASSIFICATIONS.schema());
        assertEquals(
                List.of(
                        "alternatives",
                        "class",
                        "counterparts",
                        "detection_id",
                        "features",
                        "identifications",
                        "margin",
                        "model",
                        "outlier_measure",
                        "probabilities",
                        "track"),
                entry.propertyStream().map(Map.Entry::getKey).sorted().toList());
        assertEquals("one", entry.get("detection_id").asText());
        for (String field :
                List.of("class", "probabilities", "margin", "outlier_measure", "track", "alternatives", "model")) {
            assertEquals(expected.at("/classification/" + field), entry.get(field), field);
        }
        assertEquals(expected.at("/featured/features"), entry.get("features"));
    }

    @Test
    void everyDetectionIsAnsweredAtItsPlaceAndErrorsStandAtTheirs() {
        classify(list(
                        detection("first"),
                        detection("south", position("dec_deg", 95)),
                        detection("refused-by-crossmatch"),
                        detection("refused-by-feature"),
                        detection("refused-by-classifier"),
                        detection("unknown-field", detection -> detection.put("colour", 1)),
                        detection("last")))
                .statusCode(200)
                .body("classifications", hasSize(7))
                .body(
                        "classifications.detection_id",
                        contains(
                                "first",
                                "south",
                                "refused-by-crossmatch",
                                "refused-by-feature",
                                "refused-by-classifier",
                                "unknown-field",
                                "last"))
                .body("classifications[0].class", is("AGN"))
                .body("classifications[1].error.status", is(422))
                .body("classifications[1].error.detail", is("position.dec_deg is 95.0, must lie in [-90, 90] deg"))
                .body("classifications[2].error.detail", is("crossmatch refuses"))
                .body("classifications[3].error.detail", is("feature refuses"))
                .body("classifications[4].error.detail", is("classifier refuses"))
                .body("classifications[4].class", nullValue())
                .body("classifications[6].class", is("AGN"));
        assertEquals(List.of("POST /crossmatch"), peers.crossmatch.asked());
        assertEquals(List.of("POST /features?history=false"), peers.feature.asked());
        assertEquals(List.of("POST /classify"), peers.classifier.asked());
    }

    @Test
    void historyCountsStoredEpochsIn() {
        post("/api/v1/classify?history=true", list(detection("one"))).statusCode(200);
        assertEquals(List.of("POST /features?history=true"), peers.feature.asked());
    }

    @Test
    void aThousandDetectionsTakeOneCallToEachService() {
        String[] detections = IntStream.range(0, DetectionList.MOST)
                .mapToObj(i -> detection("d" + i))
                .toArray(String[]::new);
        classify(list(detections))
                .statusCode(200)
                .body("classifications", hasSize(DetectionList.MOST))
                .body("classifications[999].detection_id", is("d999"));
        assertEquals(
                List.of("POST /crossmatch", "POST /features?history=false", "POST /classify"),
                peers.all().stream().map(Peer::asked).flatMap(List::stream).toList());
    }

    @Test
    void answersOfTheServicesMayBeLargerThanARequest() {
        classify(list(detection("in-a-dense-field"))).statusCode(200).body("classifications[0].class", is("AGN"));
    }

    @Test
    void exampleOfTheLandingPageIsClassified() throws IOException {
        try (InputStream example = ClassifyIT.class.getResourceAsStream("/META-INF/resources/example.json")) {
            classify(new String(example.readAllBytes(), StandardCharsets.UTF_8))
                    .statusCode(200)
                    .body("classifications.class", equalTo(List.of("AGN")));
        }
    }
}
