package io.lynceus.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class PagesIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sources/lx-224fin535w6q",
                "/classify",
                "/label",
                "/live",
                "/models",
                "/account",
                "/account/orcid",
                "/surveys",
                "/surveys/0HDpN9ZT_45fhDGvHgFkmg"
            })
    void everyPageStartsFromADocumentThatIsAskedForAnew(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .body(containsString("/assets/index-"));
    }

    /// Kubernetes, Ingress, path types.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sources/lx-224fin535w6q",
                "/classify",
                "/label",
                "/live",
                "/models",
                "/account",
                "/account/orcid",
                "/surveys",
                "/favicon.svg",
                "/assets/index.js",
                "/scs",
                "/availability",
                "/capabilities",
                "/api/v1/stream"
            })
    void everyPageAndWhatItLoadsPassesTheIngress(String path) throws IOException {
        JsonNode ingress = new YAMLMapper()
                .readTree(
                        SharedData.repository().resolve("k8s/base/ingress.yaml").toFile());
        assertTrue(ingress.at("/spec/rules/0/http/paths")
                .valueStream()
                .anyMatch(rule ->
                        passes(rule.path("path").asText(), rule.path("pathType").asText(), path)));
    }

    private static boolean passes(String rule, String type, String path) {
        return path.equals(rule) || type.equals("Prefix") && path.startsWith(rule + "/");
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
