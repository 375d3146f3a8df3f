package io.lynceus.gateway.sources.rest;

import static io.lynceus.gateway.rest.Requests.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.gateway.peers.Peer;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class SourcesIT {
    @Test
    void sourceIsOneDocument() {
        given().get("/api/v1/sources/" + Peers.SOURCE)
                .then()
                .statusCode(200)
                .body("source_id", is(Peers.SOURCE))
                .body("name", is("LXS J100027.9+021220"))
                .body("position.ra_deg", is(150.1163f))
                .body("classification.class", is("AGN"))
                .body("classification", hasKey("outlier_false_alarm"))
                .body("classification.track", hasSize(2))
                .body("counterparts[0].catalogue", is("gaia-dr3"))
                .body("features", hasKey("hardness_ratio_1"))
                .body("light_curve[0].detection_id", is("example-1"))
                .body("history[0].class", is("AGN"))
                .body("votes.AGN", is(2))
                .body("unavailable", hasSize(0));
    }

    @Test
    void sourceThatNobodyKnowsIsUnknown() {
        given().get("/api/v1/sources/lx-nowhere")
                .then()
                .statusCode(404)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .body("detail", is("there is no source 'lx-nowhere'"));
    }

    @Test
    void sourceThatWasMergedRedirectsToTheOneThatHasItsDetections() {
        given().redirects()
                .follow(false)
                .get("/api/v1/sources/" + Peers.MERGED)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/api/v1/sources/" + Peers.SOURCE));
        given().get("/api/v1/sources/" + Peers.MERGED).then().statusCode(200).body("source_id", is(Peers.SOURCE));
        given().get("/api/v1/sources/" + Peers.MERGED + "/association")
                .then()
                .statusCode(200)
                .body("merged_into", is(Peers.SOURCE));
        given().get("/api/v1/sources/doubtful?limit=3").then().statusCode(200).body("sources", hasSize(0));
    }

    @Test
    void searchPassesItsConditionsOn() {
        given().get("/api/v1/sources?class=XRB&limit=2")
                .then()
                .statusCode(200)
                .body("sources[0].source_id", is(Peers.SOURCE))
                .body("next_cursor", is("c"));
        given().get("/api/v1/sources?klass=XRB")
                .then()
                .statusCode(400)
                .body("detail", startsWith("unknown query parameter klass; known here: class, cursor"));
    }

    @Test
    void labelsAndModelsAreReachedThroughTheGateway() {
        post("/api/v1/sources/" + Peers.SOURCE + "/votes", "{\"user\": \"ada\", \"answer\": \"AGN\"}")
                .statusCode(201)
                .body("received.answer", is("AGN"));
        given().get("/api/v1/sources/lx-nowhere/votes").then().statusCode(404).contentType(ProblemDocument.MEDIA_TYPE);
        given().get("/api/v1/labels/next?user=ada").then().statusCode(204);
        given().get("/api/v1/labels/next?user=ada&training=true")
                .then()
                .statusCode(200)
                .body("source_id", is(Peers.SOURCE));
        given().get("/api/v1/labels/next").then().statusCode(400);
        given().get("/api/v1/models").then().statusCode(200).body("activation", is(1));
    }

    @Test
    void volunteersAndRetirementAreReachedThroughTheGateway() {
        given().get("/api/v1/labels/volunteers/ada").then().statusCode(200).body("level", is("ready"));
        given().get("/api/v1/labels/ranking?span=week&limit=2")
                .then()
                .statusCode(200)
                .body("span", is("week"));
        given().contentType("application/json")
                .body("{\"ranked\": false}")
                .put("/api/v1/labels/volunteers/ada/settings")
                .then()
                .statusCode(204);
        given().get("/api/v1/labels/volunteers/ada/export")
                .then()
                .statusCode(200)
                .body("votes", hasSize(0));
        given().delete("/api/v1/labels/volunteers/ada").then().statusCode(204);
        post("/api/v1/labels/recompute", "").statusCode(202).body("id", is("anew"));
        given().get("/api/v1/labels/recompute/anew").then().statusCode(200).body("result.changed", is(3));
        given().get("/api/v1/labels/retirement-rules").then().statusCode(200).body("[0].name", is("usual"));
        given().contentType("application/json")
                .body("{\"min_voters\": 3}")
                .put("/api/v1/labels/retirement-rules/brisk")
                .then()
                .statusCode(204);
        post("/api/v1/labels/retirement-rules/brisk/activate", "").statusCode(204);
        post("/api/v1/labels/retirement-rules/nothing/activate", "").statusCode(404);
        post("/api/v1/labels/retirement-dry-run", "{\"min_voters\": 3}")
                .statusCode(200)
                .body("retired", is(7));
        given().get("/api/v1/sources/" + Peers.SOURCE + "/retirement")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        post("/api/v1/sources/" + Peers.SOURCE + "/retirement", "{\"retired\": true}")
                .statusCode(200)
                .body("[0].retired", is(true));
    }

    @Test
    void discussionIsReachedThroughTheGateway() {
        String comments = "/api/v1/sources/" + Peers.SOURCE + "/comments";
        given().get(comments).then().statusCode(200).body("comments[0].text", is("<b>"));
        given().get(comments + "?cursor=7&limit=2").then().statusCode(200).body("next_cursor", is("7"));
        post(comments, "{\"user\": \"ada\"}").statusCode(201).body("received.user", is("ada"));
        given().get("/api/v1/comments/reported?limit=5").then().statusCode(200).body("waiting", is(1));
        given().get("/api/v1/comments/7/moderation").then().statusCode(200).body("decisions", hasSize(0));
        post("/api/v1/comments/7/moderation", "{\"hidden\": true}")
                .statusCode(201)
                .body("received.hidden", is(true));
    }

    @Test
    void whoIsTooFastIsToldWhenToComeAgain() {
        post("/api/v1/comments/7/reports", "{\"user\": \"ada\"}")
                .statusCode(429)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .header("Retry-After", Peer.RETRY_AFTER)
                .body("detail", is("at most 20 reports"));
    }

    @Test
    void filesOfVotesPassThroughTheGatewayHoweverLarge() {
        given().get("/api/v1/labels/exports/votes?format=csv")
                .then()
                .statusCode(200)
                .body("table", is("votes"));
        given().get("/api/v1/labels/exports/nothing").then().statusCode(404).contentType(ProblemDocument.MEDIA_TYPE);
        given().get("/api/v1/labels/exports/dictionary").then().statusCode(200).body("[0].table", is("votes"));
        int bytes = 9_000_000;
        given().contentType("text/csv; charset=UTF-8")
                .body("x".repeat(bytes))
                .post("/api/v1/labels/imports/zoo?dry_run=true")
                .then()
                .statusCode(200)
                .body("bytes", is(bytes));
        given().contentType("application/json")
                .body("{\"task\": \"T1\"}")
                .put("/api/v1/labels/imports/zoo")
                .then()
                .statusCode(204);
        given().get("/api/v1/labels/imports").then().statusCode(200).body("[0].name", is("zoo"));
        given().get("/api/v1/labels/correlated").then().statusCode(200).body("", hasSize(0));
    }

    @Test
    void openApiDescribesTheContractWithItsUnits() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet().findAll { !it.startsWith('/api/v1/') }",
                        containsInAnyOrder("/scs", "/scs/availability", "/scs/capabilities"))
                .body(
                        "components.schemas.Position.properties.error_major_arcsec.description",
                        containsString("[arcsec]"))
                .body("components.schemas.Band.properties.flux_cgs.description", containsString("[erg cm^-2 s^-1]"))
                .body(
                        "components.schemas.DetectionList.properties.detections.items.'$ref'",
                        containsString("Detection"))
                .body("components.examples.'one-source'.value.detections", hasSize(1));
    }

    @Test
    void documentationCanBeTriedOutWithAnExample() {
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().get("/example.json").then().statusCode(200).body("detections", hasSize(1));
    }
}
