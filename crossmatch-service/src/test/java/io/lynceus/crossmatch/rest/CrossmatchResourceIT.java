package io.lynceus.crossmatch.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.TestSky;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(TestSky.class)
class CrossmatchResourceIT {
    private final String id = UUID.randomUUID().toString();

    @Test
    void detectionsComeBackEnhancedInTheirOrderAndBadOnesAsProblems() {
        String good = TestSky.detection(id, 150, 2);
        byte[] answer = post(
                        "/crossmatch",
                        "{\"detections\": [" + good + ", " + TestSky.detection("bad", 150, 95) + ", "
                                + good.replace("\"bands\"", "\"colour\": 1, \"bands\"") + ", 7]}")
                .statusCode(200)
                .extract()
                .asByteArray();
        JsonNode results = Wire.tree(answer).path("results");
        assertEquals(4, results.size());
        assertEquals(List.of(), new SchemaCheck(Topic.ENHANCED_DETECTIONS.schema()).problems(results.get(0)));
        assertEquals("XRB", results.at("/0/identified_class").asText());
        assertEquals("bad", results.at("/1/detection_id").asText());
        assertEquals(422, results.at("/1/error/status").asInt());
        assertTrue(results.at("/1/error/detail").asText().contains("dec_deg is 95"), results.toString());
        assertTrue(results.at("/2/error/detail").asText().contains("unknown field colour"), results.toString());
        assertTrue(results.at("/3").has("error"), results.toString());
    }

    @Test
    void lookingUpWritesNothing() {
        String body = "{\"detections\": [" + TestSky.detection(id, 200, 10) + "]}";
        JsonNode first = Wire.tree(post("/crossmatch", body).extract().asByteArray());
        JsonNode second = Wire.tree(post("/crossmatch", body).extract().asByteArray());
        assertEquals(first, second);
        assertEquals("new", first.at("/results/0/source/association").asText());
        when().get("/sources/" + first.at("/results/0/source/id").asText())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void bodyThatIsNoListOfDetectionsIs400() {
        post("/crossmatch", "{\"detections\": []}").statusCode(400).body("detail", containsString("1 to 1000"));
        post("/crossmatch", "{\"detections\": [").statusCode(400);
        post("/crossmatch", "[]").statusCode(400);
    }

    @Test
    void cataloguesAreListedAndShown() {
        when().get("/catalogues")
                .then()
                .statusCode(200)
                .body("catalogues.name", hasItems("binaries", "galaxies", "stars"));
        when().get("/catalogues/stars")
                .then()
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("role", equalTo("counterpart"))
                .body("complete", equalTo(false))
                .body("magnitudes", contains("G", "BP"));
        when().get("/catalogues/none").then().statusCode(404).body("title", equalTo("Unknown catalogue"));
    }

    @Test
    void registeredDetectionShowsInItsSourceAndConflictsWithOtherContent() {
        String detection = TestSky.detection(id, 250, 33);
        String sourceId;
        try (StreamProbe probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers())) {
            probe.send(Topic.DETECTIONS.topicName(), "0", detection);
            sourceId = probe
                    .await(Topic.ENHANCED_DETECTIONS.topicName(), Duration.ofSeconds(30), records -> records.stream()
                            .anyMatch(record -> new String(record.value(), UTF_8).contains(id)))
                    .stream()
                    .filter(record -> Wire.tree(record.value())
                            .at("/detection/id")
                            .asText()
                            .equals(id))
                    .findFirst()
                    .orElseThrow()
                    .key();
        }
        when().get("/sources/" + sourceId)
                .then()
                .statusCode(200)
                .body("name", equalTo("LXS J164000.0+330000"))
                .body("detections.detection_id", hasItems(id))
                .body("detections[0].association", equalTo("new"));
        post("/detections/conflicts", "{\"detections\": [" + detection + "]}").body("conflicts", empty());
        post("/detections/conflicts", "{\"detections\": [" + TestSky.detection(id, 251, 33) + "]}")
                .body("conflicts", contains(id));
        String other = UUID.randomUUID().toString();
        post(
                        "/detections/conflicts",
                        "{\"detections\": [" + TestSky.detection(other, 1, 1) + "," + TestSky.detection(other, 2, 1)
                                + "]}")
                .body("conflicts", contains(other));
    }

    @Test
    void serviceIsReadyWithItsCataloguesAndDescribesItself() {
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'reference catalogues' }.status", equalTo("UP"));
        given().accept(ContentType.JSON)
                .when()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems("/crossmatch", "/catalogues", "/sources/{id}", "/detections/conflicts"));
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(path)
                .then();
    }
}
