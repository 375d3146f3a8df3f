package io.lynceus.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class MissionsIT {
    @Test
    void missionsAreThoseOfTheFile() {
        given().get("/api/v1/missions")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", notNullValue())
                .body("missions.name", contains("Chandra", "XMM-Newton", "Swift", "eROSITA", "Einstein Probe", "MAXI"))
                .body("missions[0].names", contains("Chandra", "CXO"))
                .body("missions[0].instruments", empty())
                .body("missions[0].bands.name", contains("soft", "medium", "hard"))
                .body("missions[0].bands.low_kev", contains(0.5f, 1.2f, 2.0f))
                .body("missions[0].bands.high_kev", contains(1.2f, 2.0f, 7.0f))
                .body("missions[0].error_containment", is(0.95f))
                .body("missions[0].mean_epoch_year", is(2008.0f))
                .body("missions[0].epoch_spread_years", is(5.0f))
                .body("missions[0].photon_index", is(1.7f))
                .body("missions[0].usual_error_arcsec", is(0.8f))
                .body("missions[2].instruments", contains("XRT"))
                .body("missions[5]", not(hasKey("usual_error_arcsec")));
    }

    @Test
    void theAnswerIsDescribed() {
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/api/v1/missions'.get.responses.'200'.content.'application/json'.schema.'$ref'",
                        is("#/components/schemas/MissionList"))
                .body("components.schemas.MissionBand.properties.low_kev.description", is("Lower edge [keV]."));
    }
}
