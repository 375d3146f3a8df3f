package io.lynceus.crossmatch.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.crossmatch.TestSky;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(TestSky.class)
class CatalogueVersionsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ConfigProperty(name = "lynceus.crossmatch.import-folder")
    Path tables;

    @Test
    void catalogueIsImportedInspectedReplacedAndDeletedWhileTheServiceRuns() throws Exception {
        Path table = tables.resolve("variables/variables.csv");
        ValidatableResponse first = imported("variables/variables.yaml");
        first.body("catalogue", equalTo("variables"))
                .body("provenance.rows_read", equalTo(2))
                .body("provenance.rows_kept", equalTo(1))
                .body("skipped", hasSize(1))
                .body("skipped[0].line", equalTo(3))
                .body("skipped[0].reason", containsString("95"));
        String former = first.extract().path("version");
        when().get("/catalogues/variables/versions/" + former)
                .then()
                .statusCode(200)
                .body("rows", equalTo(1))
                .body("provenance.table", equalTo("variables.csv"))
                .body("columns", hasItem("id"))
                .body("rows_per_cell.sum()", equalTo(1));

        Files.writeString(table, Files.readString(table) + "V-3,11,21\n");
        String latter = imported("variables/variables.yaml").extract().path("version");
        assertEquals(List.of(latter), inUse());
        when().delete("/catalogues/variables/versions/" + latter)
                .then()
                .statusCode(422)
                .body("detail", containsString("is in use: activate another first"));
        when().put("/catalogues/variables/versions/" + former + "/in-use")
                .then()
                .statusCode(200);
        assertEquals(List.of(former), inUse());
        when().delete("/catalogues/variables/versions/" + latter)
                .then()
                .statusCode(200)
                .body("versions", hasSize(1));
        when().get("/catalogues/variables/versions/" + latter).then().statusCode(404);
    }

    @Test
    void nothingOutsideTheFolderIsRead() throws IOException {
        Path outside = Files.createTempFile("lynceus-outside", ".yaml");
        Files.createSymbolicLink(tables.resolve("link.yaml"), outside);
        Files.writeString(
                tables.resolve("escape.yaml"),
                "{ name: escape, role: class, class: CV, file: " + outside
                        + ", columns: { id: id, ra: ra, dec: dec } }");
        for (String description :
                List.of("../" + outside.getFileName(), outside.toString(), "link.yaml", "none.yaml", "", "a\\u0000b")) {
            begin(description).statusCode(422).body("detail", containsString("there is no description"));
        }
        begin("escape.yaml").statusCode(422).body("detail", containsString("outside the folder"));
        given().contentType("application/json")
                .body("{}")
                .post("/imports")
                .then()
                .statusCode(422);
        when().get("/imports/none").then().statusCode(404);
        Files.delete(outside);
    }

    private List<String> inUse() {
        return when().get("/catalogues/variables/versions")
                .then()
                .statusCode(200)
                .extract()
                .path("versions.findAll { it.in_use }.version");
    }

    private static ValidatableResponse begin(String description) {
        return given().contentType("application/json")
                .body("{\"description\": \"" + description + "\"}")
                .post("/imports")
                .then();
    }

    private static ValidatableResponse imported(String description) throws InterruptedException {
        String address = begin(description).statusCode(202).extract().header("Location");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            ValidatableResponse job = when().get(address).then().statusCode(200);
            String state = job.extract().path("state");
            if (!state.equals("waiting") && !state.equals("running") || System.nanoTime() > deadline) {
                return job.body("state", equalTo("done"));
            }
            Thread.sleep(20);
        }
    }
}
