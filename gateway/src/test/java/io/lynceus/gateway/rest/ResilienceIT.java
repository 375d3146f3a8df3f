package io.lynceus.gateway.rest;

import static io.lynceus.gateway.rest.Requests.classify;
import static io.lynceus.gateway.rest.Requests.detection;
import static io.lynceus.gateway.rest.Requests.list;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.gateway.peers.Peer;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A service that is slow, fails or is away: given up after 10 s, and asked again 1 s after its breaker opened.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class ResilienceIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BREAKER_WINDOW = 6;
    private static final int CROWD = 30;

    Peers peers;

    @AfterEach
    void heal() {
        peers.all().forEach(Peer::comeBack);
        awaitAnswer();
    }

    private static void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (one().extract().statusCode() != 200
                || given().get("/api/v1/sources/" + Peers.SOURCE + "/votes").statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no answer within " + PATIENCE);
            }
        }
    }

    /// SCS 1.03, section 2.3: whatever the error is, the answer is a VOTable.
    @Test
    void coneSearchSaysInAVotableThatTheClassifierIsAway() {
        peers.classifier.goAway();
        given().get("/scs?RA=1&DEC=1&SR=1")
                .then()
                .statusCode(503)
                .contentType("text/xml")
                .header("Retry-After", is("1"))
                .body("VOTABLE.INFO.@name", is("Error"))
                .body("VOTABLE.INFO.@value", containsString("classifier-service is"));
    }

    @Test
    void availabilitySaysWhetherTheSourcesCanBeSearched() {
        given().get("/scs/availability").then().statusCode(200).body("availability.available", is("true"));
        peers.classifier.setReady(false);
        given().get("/scs/availability")
                .then()
                .statusCode(200)
                .body("availability.available", is("false"))
                .body("availability.note", containsString("classifier-service"));
    }

    private static ValidatableResponse one() {
        return classify(list(detection("one")));
    }

    private static void isUnavailable(String detail) {
        one().statusCode(503)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .header("retry-after", "1")
                .body("detail", containsString(detail));
    }

    @Test
    void slowServiceIsGivenUpAfterTheTimeout() {
        peers.feature.hold();
        long start = System.nanoTime();
        isUnavailable("feature-service did not answer in time");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(TIMEOUT) >= 0 && took.compareTo(TIMEOUT.multipliedBy(3)) < 0, took::toString);
    }

    @Test
    void breakerOpensOnAFailingServiceAndClosesWhenItIsBack() {
        peers.classifier.fail();
        for (int i = 0; i < 2 * BREAKER_WINDOW; i++) {
            one().statusCode(503);
        }
        int asked = peers.classifier.asked().size();
        isUnavailable("classifier-service is away");
        assertEquals(asked, peers.classifier.asked().size(), "asked although the breaker is open");
        peers.classifier.comeBack();
        awaitAnswer();
    }

    @Test
    void serviceThatIsAwayIsNamed() {
        peers.crossmatch.goAway();
        isUnavailable("crossmatch-service is");
    }

    @Test
    void serviceThatEndsInTheMiddleOfAnAnswerIsNamed() {
        peers.classifier.breakOff();
        isUnavailable("classifier-service is");
    }

    @Test
    void everyRequestThatAServiceEndsUnderIsToldSo() throws Exception {
        peers.labels.hold();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = IntStream.range(0, CROWD)
                    .mapToObj(user -> people.submit(() -> given().contentType("application/json")
                            .body("{\"user\": \"crowd-" + user + "\", \"answer\": \"AGN\"}")
                            .post("/api/v1/sources/" + Peers.SOURCE + "/votes")
                            .statusCode()))
                    .toList();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (peers.labels.asked().size() < CROWD) {
                assertTrue(
                        System.nanoTime() < deadline, () -> peers.labels.asked().size() + " have asked");
            }
            peers.labels.goAway();
            for (Future<Integer> status : statuses) {
                assertEquals(503, status.get());
            }
        }
    }

    @Test
    void sourceNamesThePartsThatAreAway() {
        peers.feature.goAway();
        peers.labels.goAway();
        given().get("/api/v1/sources/" + Peers.SOURCE)
                .then()
                .statusCode(200)
                .body("classification.class", is("AGN"))
                .body("history[0].class", is("AGN"))
                .body("light_curve", nullValue())
                .body("votes", nullValue())
                .body("unavailable.part", equalTo(List.of("light_curve", "votes")))
                .body("unavailable.detail", hasItem(containsString("feature-service")));
    }

    @Test
    void gatewayIsReadyWhenEveryServiceIs() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("crossmatch-service"))
                .body("checks.name", hasItem("feature-service"))
                .body("checks.name", hasItem("classifier-service"))
                .body("checks.name", hasItem("labels-service"));
        peers.classifier.setReady(false);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'classifier-service' }.status", is("DOWN"))
                .body("checks.find { it.name == 'labels-service' }.status", is("UP"));
    }
}
