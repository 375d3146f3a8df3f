package io.lynceus.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class EntityTagsIT {
    private static final String SOURCE = "/api/v1/sources/" + Peers.SOURCE;

    private static String tagOf(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("W/\"[\\w-]{16}\""))
                .header("Cache-Control", is("no-cache"))
                .extract()
                .header("ETag");
    }

    @Test
    void whoHasTheAnswerIsNotSentItAgain() {
        String tag = tagOf(SOURCE);
        given().header("If-None-Match", tag)
                .get(SOURCE)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(emptyString()));
        given().header("If-None-Match", "W/\"another\", " + tag)
                .get(SOURCE)
                .then()
                .statusCode(304);
    }

    @Test
    void whoHasAnotherAnswerIsSentThisOne() {
        String other = tagOf(SOURCE + "/history");
        given().header("If-None-Match", other)
                .get(SOURCE)
                .then()
                .statusCode(200)
                .header("ETag", not(other))
                .body("source_id", equalTo(Peers.SOURCE));
    }

    @Test
    void whatIsWrongHasNoTag() {
        given().header("If-None-Match", "*")
                .get("/api/v1/sources/lx-unknown")
                .then()
                .statusCode(404)
                .header("ETag", nullValue());
    }

    @Test
    void answersAreCompressedForWhoTakesThat() {
        for (String path : new String[] {SOURCE, "/api/v1/sources?format=votable", "/api/v1/sources?format=csv"}) {
            given().header("Accept-Encoding", "gzip")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Encoding", "gzip");
        }
    }
}
