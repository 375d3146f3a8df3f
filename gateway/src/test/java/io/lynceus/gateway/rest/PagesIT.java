package io.lynceus.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;

import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class PagesIT {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/sources/lx-224fin535w6q", "/classify", "/label", "/live", "/models", "/account"})
    void everyPageStartsFromADocumentThatIsAskedForAnew(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .body(containsString("/assets/index-"));
    }

    @Test
    void scriptsOfABuildAreKeptByTheBrowser() {
        String script = given().get("/").htmlPath().getString("**.find { it.name() == 'script' }.@src");
        given().get(script)
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .header("Cache-Control", matchesRegex(".*immutable.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/sources", "/sources", "/sources/a/b", "/nothing"})
    void whatIsNoPageStaysAProblemDocument(String path) {
        given().header("Accept", "text/html,*/*")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", is(404));
    }
}
