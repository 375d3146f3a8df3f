package io.lynceus.classifier.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.classifier.ActiveModels;
import io.lynceus.classifier.ActiveModels.CurrentClassification;
import io.lynceus.classifier.ClassifiableDetection;
import io.lynceus.classifier.ClassificationRecord;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.DetectionFormat;
import io.lynceus.classifier.FeaturedExample;
import io.lynceus.classifier.Reclassified;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
class ClassifierRestIT {
    @Inject
    DetectionFormat format;

    @Inject
    ActiveModels models;

    @Inject
    ClassificationStore store;

    private void keep(FeaturedExample example) {
        byte[] featured = example.json().getBytes(StandardCharsets.UTF_8);
        ClassifiableDetection detection = format.read(featured);
        CurrentClassification answer =
                models.classify(List.of(detection)).getFirst().orElseThrow();
        store.record(List.of(new ClassificationRecord(
                detection,
                answer.classification(),
                answer.activation(),
                1,
                format.write(featured, answer.activation(), answer.classification()))));
    }

    @Test
    void classifyAnswersEveryDetectionAtItsPlaceAndWritesNothing() {
        String good = FeaturedExample.of("rs-one", "rs-one-source").json();
        given().contentType(ContentType.JSON)
                .body("{\"detections\": [%s, %s, {\"revision\": 1}]}"
                        .formatted(
                                good,
                                FeaturedExample.of("rs-two", "rs-two-source")
                                        .ofMission("ROSAT")
                                        .json()))
                .post("/classify")
                .then()
                .statusCode(200)
                .body("results", hasSize(3))
                .body("results[0].featured.enhanced.detection.id", equalTo("rs-one"))
                .body("results[0].classification.model.name", equalTo("csc2"))
                .body("results[0].classification.track[0].category", equalTo("prior"))
                .body("results[1].error.status", equalTo(422))
                .body("results[1].error.detail", equalTo("no active model serves mission ROSAT"))
                .body("results[2].error.status", equalTo(422));
        given().get("/sources/rs-one-source").then().statusCode(404);
    }

    @Test
    void modelIsTheOneOfTheMissionWhoseBandsTheFeaturesReferTo() {
        String faint =
                FeaturedExample.of("rs-bands", "rs-bands").ofMission("ROSAT").json();
        given().contentType(ContentType.JSON)
                .body("{\"detections\": [%s, %s]}"
                        .formatted(
                                faint.replace(
                                        "\"epoch_count\": 1", "\"epoch_count\": 2, \"spectrum_mission\": \"Chandra\""),
                                faint.replace("\"ROSAT\"", "\"Chandra\"")
                                        .replace(
                                                "\"epoch_count\": 1",
                                                "\"epoch_count\": 2, \"spectrum_mission\": \"ROSAT\"")))
                .post("/classify")
                .then()
                .statusCode(200)
                .body("results.classification.model.name", equalTo(List.of("csc2", "csc2")));
    }

    @Test
    void aBodyThatIsNoListIsABadRequest() {
        for (String body : List.of("{", "[]", "{\"detections\": 3}", "{}")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/classify")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void aSourceAnswersWithItsLatestClassificationAndItsHistory() {
        keep(FeaturedExample.of("rs-hist-1", "rs-hist"));
        keep(FeaturedExample.of("rs-hist-2", "rs-hist").atRevision(2).withHardness(-0.7));
        given().get("/sources/rs-hist")
                .then()
                .statusCode(200)
                .body("source_id", equalTo("rs-hist"))
                .body("latest.detection_id", equalTo("rs-hist-2"))
                .body("classified.featured.revision", equalTo(2))
                .body("classified.classification.track", hasSize(6));
        given().get("/sources/rs-hist/history")
                .then()
                .statusCode(200)
                .body("history.detection_id", equalTo(List.of("rs-hist-2", "rs-hist-1")));
        given().get("/sources/rs-nowhere/history")
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is no source 'rs-nowhere'"));
    }

    @Test
    void searchFindsByConeAndNameAndTellsHowToGoOn() {
        keep(FeaturedExample.of("rs-find-1", "rs-find-1"));
        keep(FeaturedExample.of("rs-find-2", "rs-find-2"));
        given().queryParam("ra_deg", FeaturedExample.RA_DEG)
                .queryParam("dec_deg", FeaturedExample.DEC_DEG + 1e-4)
                .queryParam("radius_arcsec", 1)
                .queryParam("name", "rs-find")
                .queryParam("limit", 1)
                .get("/sources")
                .then()
                .statusCode(200)
                .body("sources.source_id", equalTo(List.of("rs-find-1")))
                .body("sources[0].latest.probabilities.values().sum()", closeTo(1, 1e-6))
                .body("next_cursor", equalTo("rs-find-1"));
        given().queryParam("name", "rs-find")
                .queryParam("cursor", "rs-find-1")
                .get("/sources")
                .then()
                .body("sources.source_id", equalTo(List.of("rs-find-2")))
                .body("next_cursor", nullValue());
        given().queryParam("name", "rs-find")
                .queryParam("min_probability", 1)
                .get("/sources")
                .then()
                .body("sources", hasSize(0));
    }

    @Test
    void searchGivesWhatTheClassRestsOnWhereItIsAskedFor() {
        keep(FeaturedExample.of("rs-full", "rs-full"));
        given().queryParam("name", "rs-full")
                .get("/sources")
                .then()
                .statusCode(200)
                .body("sources", hasSize(1))
                .body("sources[0].classified", nullValue());
        given().queryParam("name", "rs-full")
                .queryParam("full", true)
                .get("/sources")
                .then()
                .statusCode(200)
                .body("sources[0].classified.featured.enhanced.detection.id", equalTo("rs-full"))
                .body("sources[0].classified.classification.track", hasSize(6));
    }

    @Test
    void outliersAreListedTheStrangestFirst() {
        for (int i = 0; i < 5; i++) {
            keep(FeaturedExample.of("rs-odd-" + i, "rs-odd-" + i)
                    .withHardness(List.of(0.1, -0.99, 0.99, 0.5, -0.5).get(i)));
        }
        List<Float> shares = outliers(Map.of("limit", 5)).extract().path("sources.outlier_false_alarm");
        List<String> ids = outliers(Map.of("limit", 5)).extract().path("sources.source_id");
        assertEquals(shares.stream().sorted().toList(), shares);
        assertEquals(5, Set.copyOf(ids).size());
        List<String> paged =
                new ArrayList<>(outliers(Map.of("limit", 2)).extract().path("sources.source_id"));
        paged.addAll(outliers(Map.of("limit", 3, "cursor", paged.getLast()))
                .extract()
                .path("sources.source_id"));
        assertEquals(ids, paged);
        outliers(Map.of("outliers", shares.getFirst()))
                .body("sources.outlier_false_alarm", everyItem(lessThanOrEqualTo(shares.getFirst())));
        outliers(Map.of("outliers", 0)).statusCode(422).body("detail", containsString("outliers is 0.0"));
    }

    private static ValidatableResponse outliers(Map<String, Object> conditions) {
        Map<String, Object> all = new HashMap<>(Map.of("outliers", 1, "name", "rs-odd"));
        all.putAll(conditions);
        return given().queryParams(all).get("/sources").then();
    }

    @Test
    void impossibleConditionsAreRefusedWithTheirValue() {
        given().queryParam("ra_deg", 10)
                .queryParam("dec_deg", 95)
                .queryParam("radius_arcsec", 5)
                .get("/sources")
                .then()
                .statusCode(422)
                .body("detail", containsString("95"));
        given().queryParam("ra_deg", 10).get("/sources").then().statusCode(400);
        given().queryParam("limit", 0).get("/sources").then().statusCode(422);
        given().queryParam("min_probability", "NaN").get("/sources").then().statusCode(422);
    }

    @Test
    void modelsAreListedWithTheirProvenance() {
        given().get("/models")
                .then()
                .statusCode(200)
                .body("models.name", hasItem("csc2"))
                .body("models.find { it.name == 'csc2' }.active", equalTo(true))
                .body("models.find { it.name == 'csc2' }.provenance.rows.XRB", equalTo(83));
        given().get("/models/csc2/unknown").then().statusCode(404);
    }

    @Test
    void theMeasuresOfHeldOutSourcesExplainWhatTheFalseAlarmOfASourceIs() {
        keep(FeaturedExample.of("rs-share-1", "rs-share").withHardness(0.9));
        JsonPath latest = given().get("/sources/rs-share").jsonPath();
        double measure = latest.getDouble("latest.outlier_measure");
        String model = latest.getString("latest.model.name") + "/" + latest.getString("latest.model.version");
        List<Float> quantiles = given().get("/models/" + model + "/densities")
                .path("outlier_quantiles." + latest.getString("latest.class"));
        long asUnusual =
                quantiles.stream().filter(quantile -> quantile >= measure).count();
        assertEquals(
                (1.0 + asUnusual) / (1.0 + quantiles.size()),
                latest.getDouble("classified.classification.outlier_false_alarm"),
                1e-6);
    }

    @Test
    void aModelOfThePaperKeepsNoMeasuresOfHeldOutSources() {
        String version = given().get("/models").path("models.find { it.name == 'csc2-paper' }.version");
        given().get("/models/csc2-paper/" + version + "/densities")
                .then()
                .statusCode(200)
                .body("outlier_quantiles", anEmptyMap());
    }

    @Test
    void anActivationIsNumberedAndAnUnknownModelRefused() {
        int before = given().get("/models").then().extract().path("activation");
        int after = given().contentType(ContentType.JSON)
                .body("{\"models\": [\"csc2\"]}")
                .post("/activations")
                .then()
                .statusCode(200)
                .extract()
                .path("activation");
        assertEquals(before + 1, after);
        Reclassified.await(after);
        given().contentType(ContentType.JSON)
                .body("{\"models\": [\"csc9\"]}")
                .post("/activations")
                .then()
                .statusCode(422)
                .body("detail", containsString("there is no model csc9"));
    }

    private static int activate(String model) {
        return given().contentType(ContentType.JSON)
                .body("{\"models\": [\"" + model + "\"]}")
                .post("/activations")
                .then()
                .statusCode(200)
                .extract()
                .path("activation");
    }

    @Test
    void aRollbackTakesUpWhatWasInForceBeforeAndASecondOneTheOtherAgain() {
        activate("csc2");
        Reclassified.await(activate("csc2-paper"));
        activate("csc2-paper");
        int back = given().post("/activations/rollback")
                .then()
                .statusCode(200)
                .body("models", hasSize(1))
                .body("models[0]", startsWith("csc2/"))
                .extract()
                .path("activation");
        Reclassified.await(back);
        given().post("/activations/rollback")
                .then()
                .statusCode(200)
                .body("activation", equalTo(back + 1))
                .body("models[0]", startsWith("csc2-paper/"));
        Reclassified.await(activate("csc2"));
    }

    @Test
    void anActivationThatNeverWasIsUnknown() {
        given().get("/activations/9999").then().statusCode(404).body("detail", containsString("9999"));
    }

    @Test
    void theServiceIsReadyWithItsModelsAndDescribesItself() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'active models' }.status", equalTo("UP"));
        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/classify'.post", not(nullValue()));
    }
}
