package io.lynceus.classifier.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
class JobsIT {
    private static final List<String> CLASSES = List.of("AGN", "Star", "XRB", "CV");

    /// Made-up sources whose flux ratio grows from class to class, some without a hardness.
    private static String sample(int sources) {
        SplittableRandom random = new SplittableRandom(2);
        return IntStream.range(0, sources)
                .mapToObj(source -> String.format(
                        Locale.ROOT,
                        "{\"class\": \"%s\", \"ra_deg\": %.3f, \"dec_deg\": %.3f, \"values\": [%.3f, %s]}",
                        CLASSES.get(source % 4),
                        360 * random.nextDouble(),
                        120 * random.nextDouble() - 60,
                        source % 4 + 0.4 * random.nextGaussian(),
                        random.nextInt(5) == 0 ? "null" : String.format(Locale.ROOT, "%.3f", random.nextGaussian())))
                .collect(Collectors.joining(
                        ", ",
                        "{\"description\": \"made up\", \"features\": [\"log_fx_fr\", \"hardness_ratio_1\"],"
                                + " \"sources\": [",
                        "]}"));
    }

    private static String body(String fields, int sources) {
        return "{" + fields + (fields.isEmpty() ? "" : ", ") + "\"sample\": " + sample(sources) + "}";
    }

    /// The address of a job that was taken.
    private static String submit(String kind, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/jobs/" + kind)
                .then()
                .statusCode(202)
                .body("kind", equalTo(kind))
                .extract()
                .header("Location");
    }

    private static ValidatableResponse ended(String job) throws InterruptedException {
        for (int i = 0; i < 1200; i++) {
            ValidatableResponse answer = given().get(job).then().statusCode(200);
            if (!List.of("waiting", "running").contains(answer.extract().<String>path("state"))) {
                return answer;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(job + " does not end");
    }

    @Test
    void aFitIsJudgedAndKeptSoThatItsModelCanBeActivated() throws InterruptedException {
        String job = submit("fit", body("\"name\": \"by-rest\", \"missions\": [\"Lobster\"], \"folds\": 3", 240));
        String model = ended(job)
                .body("state", equalTo("done"))
                .body("done", equalTo(3))
                .body("assessment.methods[0].sample_priors.macro_f1", greaterThan(0.7f))
                .extract()
                .path("model");
        assertTrue(model.startsWith("by-rest/"), model);
        given().get("/models").then().body("models.name", hasItem("by-rest"));
        given().get("/models/" + model).then().statusCode(200).body("missions", equalTo(List.of("Lobster")));
        given().get(job + "/report")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("<svg"));
    }

    @Test
    void aComparisonTellsTheDifferenceWithItsInterval() throws InterruptedException {
        String two = "\"methods\": [\"decision-rules\", \"weighted-evidence\"], \"folds\": 3";
        ended(submit("compare", body(two, 240)))
                .body("state", equalTo("done"))
                .body("done", equalTo(6))
                .body("comparison.first", equalTo("decision-rules"))
                .body("comparison.differences[0].low", greaterThan(0.1f))
                .body("comparison.moves[0].source", matchesPattern("[0-9]+"));
        given().contentType(ContentType.JSON)
                .body(body("\"methods\": [\"decision-rules\"]", 240))
                .post("/jobs/compare")
                .then()
                .statusCode(422)
                .body("detail", equalTo("methods names 1, a comparison is of two"));
    }

    @Test
    void aTuningAnswersWithTheWeightsItFound() throws InterruptedException {
        String job = submit("tune", body("\"objective\": \"XRB\", \"folds\": 3", 240));
        ended(job)
                .body("state", equalTo("done"))
                .body("done", equalTo(40))
                .body("total", equalTo(40))
                .body("tuning.objective", greaterThan(0.5f))
                .body("tuning.weights.keySet()", hasSize(5));
        given().get("/jobs").then().statusCode(200).body("jobs.kind", hasItem("tune"));
    }

    @Test
    void aJobThatIsStoppedLeavesNothingAndTheNextOneRuns() throws InterruptedException {
        String running = submit("evaluate", body("\"folds\": 40, \"methods\": [\"authors-code\"]", 2000));
        String waiting = submit("fit", body("\"name\": \"never\", \"folds\": 3", 240));
        given().delete(waiting).then().statusCode(202).body("state", equalTo("stopped"));
        given().delete(running).then().statusCode(202);
        assertEquals("stopped", ended(running).extract().<String>path("state"));
        ended(submit("evaluate", body("\"folds\": 3, \"methods\": [\"decision-rules\"]", 240)))
                .body("state", equalTo("done"));
        List<String> models = given().get("/models").then().extract().path("models.name");
        assertTrue(!models.contains("never"), models.toString());
        given().get(running + "/report").then().statusCode(404);
    }

    @Test
    void aRequestThatCannotBeDoneIsRefusedBeforeItWaits() {
        for (String fields : List.of(
                "\"folds\": 3", // no name
                "\"name\": \"x\", \"rule\": \"magic\"",
                "\"name\": \"x\", \"objective\": \"YSO\"",
                "\"name\": \"x\", \"features\": [\"unheard_of\"]")) {
            given().contentType(ContentType.JSON)
                    .body(body(fields, 240))
                    .post("/jobs/fit")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json");
        }
        given().contentType(ContentType.JSON)
                .body("{\"nmae\": \"x\"}")
                .post("/jobs/fit")
                .then()
                .statusCode(400);
        given().get("/jobs/none").then().statusCode(404);
        given().delete("/jobs/none").then().statusCode(404);
    }
}
