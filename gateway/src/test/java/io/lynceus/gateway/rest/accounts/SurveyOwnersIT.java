package io.lynceus.gateway.rest.accounts;

import static io.lynceus.gateway.rest.accounts.People.PASSWORD;
import static io.lynceus.gateway.rest.accounts.People.browser;
import static io.lynceus.gateway.rest.accounts.People.freshName;
import static io.lynceus.gateway.rest.accounts.People.guest;
import static io.lynceus.gateway.rest.accounts.People.signUp;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

    @Inject
    Accounts accounts;

    @Test
    void surveyIsForItsOwnerAndForNobodyElse() {
        String owner = signUp(freshName());
        String id = browser(owner)
                .contentType("application/octet-stream")
                .body(FILE)
                .post("/api/v1/surveys?name=a.csv")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
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
            browser(session).delete("/api/v1/surveys/" + id).then().statusCode(404);
        }
        browser(guest())
                .contentType("application/octet-stream")
                .body(FILE)
                .post("/api/v1/surveys?name=a.csv")
                .then()
                .statusCode(403);
        browser(owner).delete("/api/v1/surveys/" + id).then().statusCode(204);
    }

    @Test
    void oneKeepsNoMoreThanOneMay() {
        String owner = signUp(freshName());
        String first = "";
        for (int i = 0; i < PeersResource.MOST_SURVEYS; i++) {
            first = browser(owner)
                    .contentType("application/octet-stream")
                    .body(FILE)
                    .post("/api/v1/surveys?name=a.csv")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
        browser(owner)
                .contentType("application/octet-stream")
                .body(FILE)
                .post("/api/v1/surveys?name=a.csv")
                .then()
                .statusCode(409)
                .body("detail", startsWith("you keep " + PeersResource.MOST_SURVEYS + " catalogues"));
        browser(owner).delete("/api/v1/surveys/" + first).then().statusCode(204);
        browser(owner)
                .contentType("application/octet-stream")
                .body(FILE)
                .post("/api/v1/surveys?name=a.csv")
                .then()
                .statusCode(201);
    }

    @Test
    void surveysGoWithTheirOwnersAccount() {
        String name = freshName();
        String owner = signUp(name);
        String id = browser(owner)
                .contentType("application/octet-stream")
                .body(FILE)
                .post("/api/v1/surveys?name=a.csv")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
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
