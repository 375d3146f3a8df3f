package io.lynceus.gateway.accounts.rest;

import static io.lynceus.gateway.accounts.rest.People.PASSWORD;
import static io.lynceus.gateway.accounts.rest.People.browser;
import static io.lynceus.gateway.accounts.rest.People.freshName;
import static io.lynceus.gateway.accounts.rest.People.guest;
import static io.lynceus.gateway.accounts.rest.People.signUp;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What one has uploaded is nobody else's, an operator's neither.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class SurveyOwnersIT {
    private static final byte[] FILE = "name,ra,dec\na,1,2\n".getBytes(StandardCharsets.UTF_8);

    private static final String MAPPING = """
            {"columns": {"id": "name", "ra_deg": "ra", "dec_deg": "dec"},
             "defaults": {"mission": "Chandra", "error_major_arcsec": "1"},
             "bands": {"broad": {"low_kev": 0.5, "high_kev": 7, "flux_cgs": "dec"}}}
            """;

    @Inject
    Accounts accounts;

    private static ValidatableResponse upload(String session) {
        return browser(session)
                .contentType("application/octet-stream")
                .body(FILE)
                .post("/api/v1/surveys?name=a.csv")
                .then();
    }

    private static String uploaded(String session) {
        return upload(session).statusCode(201).extract().path("id");
    }

    @Test
    void surveyIsForItsOwnerAndForNobodyElse() {
        String owner = signUp(freshName());
        String id = uploaded(owner);
        browser(owner).get("/api/v1/surveys").then().body("surveys.id", hasItem(id));
        String other = signUp(freshName());
        String operator = signUp(freshName(), Role.OPERATOR, accounts);
        for (String session : List.of(other, operator)) {
            browser(session).get("/api/v1/surveys").then().statusCode(200).body("surveys", hasSize(0));
            for (String path : List.of("", "/refusals", "/rows", "/results")) {
                browser(session).get("/api/v1/surveys/" + id + path).then().statusCode(404);
            }
            for (String path : List.of("/start", "/cancel")) {
                browser(session).post("/api/v1/surveys/" + id + path).then().statusCode(404);
            }
            browser(session)
                    .body("{}")
                    .put("/api/v1/surveys/" + id + "/mapping")
                    .then()
                    .statusCode(404);
            browser(session)
                    .body("{\"shared\": true}")
                    .put("/api/v1/surveys/" + id + "/sharing")
                    .then()
                    .statusCode(404);
            browser(session).delete("/api/v1/surveys/" + id).then().statusCode(404);
        }
        upload(guest()).statusCode(403);
        browser(owner).delete("/api/v1/surveys/" + id).then().statusCode(204);
    }

    @Test
    void sharedSurveyIsReadByEverybodyWhoHasItsIdAndChangedByItsOwnerAlone() {
        String owner = signUp(freshName());
        String id = uploaded(owner);
        String survey = "/api/v1/surveys/" + id;
        browser(owner).body("{\"shared\": 1}").put(survey + "/sharing").then().statusCode(400);
        browser(owner)
                .body("{\"shared\": true}")
                .put(survey + "/sharing")
                .then()
                .statusCode(200)
                .body("shared", is(true))
                .body("yours", is(true));
        String other = signUp(freshName());
        for (RequestSpecification anybody : List.of(browser(other), browser(guest()))) {
            for (String path : List.of("/refusals", "/rows", "/results")) {
                anybody.get(survey + path).then().statusCode(200);
            }
            anybody.get(survey).then().statusCode(200).body("yours", is(false)).body("name", is("a.csv"));
        }
        given().get(survey).then().statusCode(200);
        browser(other).get("/api/v1/surveys").then().body("surveys", hasSize(0));
        for (String path : List.of("/start", "/cancel")) {
            browser(other).post(survey + path).then().statusCode(403);
        }
        browser(other).body("{}").put(survey + "/mapping").then().statusCode(403);
        browser(other)
                .body("{\"shared\": false}")
                .put(survey + "/sharing")
                .then()
                .statusCode(403);
        browser(other).delete(survey).then().statusCode(403);

        browser(owner)
                .body("{\"shared\": false}")
                .put(survey + "/sharing")
                .then()
                .statusCode(200);
        browser(other).get(survey).then().statusCode(404);
    }

    @Test
    void publishingTakesAnAstronomer() {
        String volunteer = signUp(freshName());
        String id = uploaded(volunteer);
        browser(volunteer)
                .body(MAPPING)
                .put("/api/v1/surveys/" + id + "/mapping")
                .then()
                .statusCode(200);
        browser(volunteer)
                .post("/api/v1/surveys/" + id + "/start?publish=true")
                .then()
                .statusCode(403)
                .body("detail", containsString("astronomer"));
        browser(volunteer).get("/api/v1/surveys/" + id).then().body("state", is("ready"));

        String astronomer = signUp(freshName(), Role.ASTRONOMER, accounts);
        String published = uploaded(astronomer);
        browser(astronomer)
                .body(MAPPING)
                .put("/api/v1/surveys/" + published + "/mapping")
                .then()
                .statusCode(200);
        browser(astronomer)
                .post("/api/v1/surveys/" + published + "/start?publish=true")
                .then()
                .statusCode(200)
                .body("published", is(true));
    }

    @Test
    void oneKeepsNoMoreThanOneMay() {
        String owner = signUp(freshName());
        String first = "";
        for (int i = 0; i < PeersResource.MOST_SURVEYS; i++) {
            first = uploaded(owner);
        }
        upload(owner)
                .statusCode(409)
                .body("detail", startsWith("you keep " + PeersResource.MOST_SURVEYS + " catalogues"));
        browser(owner).delete("/api/v1/surveys/" + first).then().statusCode(204);
        upload(owner).statusCode(201);
    }

    @Test
    void surveysGoWithTheirOwnersAccount() {
        String name = freshName();
        String owner = signUp(name);
        String id = uploaded(owner);
        browser(owner)
                .body(Wire.write(Map.of("password", PASSWORD)))
                .delete("/api/v1/account")
                .then()
                .statusCode(204);
        String next = signUp(name);
        browser(next).get("/api/v1/surveys").then().body("surveys", hasSize(0));
        browser(next).get("/api/v1/surveys/" + id).then().statusCode(404);
    }
}
