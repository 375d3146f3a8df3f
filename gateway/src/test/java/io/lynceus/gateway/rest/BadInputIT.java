package io.lynceus.gateway.rest;

import static io.lynceus.gateway.rest.Requests.classify;
import static io.lynceus.gateway.rest.Requests.detection;
import static io.lynceus.gateway.rest.Requests.list;
import static io.lynceus.gateway.rest.Requests.position;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be used gets a problem document that says which field, value and unit is wrong.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class BadInputIT {
    @TestHTTPResource("/api/v1/classify")
    URI classify;

    private static void refusesDetection(Consumer<ObjectNode> edit, String detail) {
        classify(list(detection("bad", edit), detection("good")))
                .statusCode(200)
                .body("classifications[0].detection_id", is("bad"))
                .body("classifications[0].error.status", is(422))
                .body("classifications[0].error.detail", is(detail))
                .body("classifications[1].class", is("AGN"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"detections": [                       | Unexpected end-of-input
            []                                     | the body must be an object
            {}                                     | required field detections is missing
            {"detections": 7}                      | detections must be an array
            {"detections": []}                     | detections has 0 entries, must have 1 to 1000
            {"detections": [], "model": "csc2"}    | unknown field model; known here: detections
            {"detections": [{"id": NaN}]}          | NaN
            {"detections": [{"id": 1, "id": 2}]}   | Duplicate
            """)
    void bodyThatIsNoListOfDetectionsIsRefused(String body, String detail) {
        classify(body)
                .statusCode(400)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .body("status", is(400))
                .body("detail", containsString(detail));
    }

    @Test
    void moreThanAThousandDetectionsAreRefused() {
        String[] detections = IntStream.rangeClosed(0, 1000).mapToObj(i -> "{}").toArray(String[]::new);
        classify(list(detections))
                .statusCode(400)
                .body("detail", is("detections has 1001 entries, must have 1 to 1000"));
    }

    @Test
    void wrongUnitsAreNamed() {
        refusesDetection(position("dec_deg", 95), "position.dec_deg is 95.0, must lie in [-90, 90] deg");
        refusesDetection(
                position("error_major_arcsec", -1),
                "position.error_major_arcsec is -1.0, must be > 0 and <= 36000 arcsec");
        refusesDetection(
                detection -> ((ObjectNode) detection.at("/bands/0")).put("flux_cgs", -1e-14),
                "bands[0].flux_cgs is -1.0E-14, must lie in [0, 1] erg cm^-2 s^-1");
        refusesDetection(
                detection -> detection.put("intra_observation_variability", 41),
                "intra_observation_variability is 41, must lie in [0, 1]");
    }

    @Test
    void textThatNoDatabaseKeepsIsRefused() {
        refusesDetection(
                detection -> detection.put("mission", "x\0y"),
                "mission has a control character or half of a surrogate pair: leave it out");
    }

    @Test
    void unknownAndMissingFieldsAreNamed() {
        refusesDetection(
                detection -> ((ObjectNode) detection.get("position")).put("ra", 12),
                "unknown field position.ra; known here: dec_deg, error_angle_deg, error_containment, error_major_arcsec,"
                        + " error_minor_arcsec, ra_deg");
        refusesDetection(detection -> detection.remove("mission"), "required field mission is missing");
        refusesDetection(
                detection -> ((ObjectNode) detection.get("position")).put("ra_deg", "12h"),
                "position.ra_deg is \"12h\", must be number");
        refusesDetection(
                detection -> ((ObjectNode) detection.get("position")).put("ra_deg", "NaN"),
                "position.ra_deg is \"NaN\", must be number");
    }

    @Test
    void everyFaultOfADetectionIsNamedAtOnce() {
        refusesDetection(
                position("dec_deg", 95).andThen(detection -> detection.remove("mission")),
                "position.dec_deg is 95.0, must lie in [-90, 90] deg; required field mission is missing");
    }

    @Test
    void detectionWithoutIdIsNamedByItsIndex() {
        classify(list(detection("good"), detection("gone", detection -> detection.remove("id")), "7"))
                .statusCode(200)
                .body("classifications[1].detection_id", nullValue())
                .body("classifications[1].error.detail", is("detections[1]: required field id is missing"))
                .body("classifications[2].error.detail", startsWith("detections[2]: "));
    }

    @Test
    void bodyOfTenMegabytesIsTooLarge() throws Exception {
        byte[] body = new byte[10_000_000];
        isTooLarge(classify, BodyPublishers.ofByteArray(body), "more than 8388608 bytes");
        isTooLarge(
                classify,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "more than 8388608 bytes");
    }

    private static void isTooLarge(URI address, BodyPublisher body, String reason) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(address)
                            .header("content-type", "application/json")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(413, response.statusCode(), response::body);
            assertTrue(response.body().contains(reason), response.body());
        }
    }

    @Test
    void bodyOfManyValuesIsRefusedBeforeItIsRead() throws Exception {
        String zeros = "0,".repeat(1_000_000) + "0";
        String bands = "{\"detections\": [{\"id\": \"many\", \"bands\": [" + zeros + "]}]}";
        String empty = "[" + "{},".repeat(2_000_000) + "{}]";
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        for (String body : List.of(bands, empty, deep)) {
            isTooLarge(classify, BodyPublishers.ofString(body), "400000 JSON values");
        }
        for (String route : List.of("account", "account/sessions", "sources/lx-aaaaaaaaaaaa/votes")) {
            isTooLarge(classify.resolve(route), BodyPublishers.ofString(empty), "65536 bytes");
        }
    }

    @Test
    void detectionOfManyValuesIsRefusedWithFewWords() {
        String many = "{\"id\": \"many\", \"bands\": [" + "0,".repeat(100_000) + "0]}";
        String wrong = "{\"id\": \"wrong\", \"bands\": [" + "0,".repeat(10_000) + "0]}";
        classify(list(detection("good"), many, wrong))
                .statusCode(200)
                .body("classifications[1].error.detail", is("the value holds more than 20000 values"))
                .body("classifications[2].error.detail", containsString("more errors"));
    }

    @Test
    void addressMethodAndTypeThatAreNotThereAreProblems() {
        given().get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .body("detail", is("there is nothing at /api/v1/nowhere"));
        given().delete("/api/v1/classify")
                .then()
                .statusCode(405)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .body("detail", is("DELETE is not possible here"));
        given().contentType("text/plain")
                .body("x")
                .post("/api/v1/classify")
                .then()
                .statusCode(415)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .body("detail", allOf(startsWith("the content type text/plain"), containsString("is not taken here")));
    }
}
