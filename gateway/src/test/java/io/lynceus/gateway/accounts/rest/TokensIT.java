package io.lynceus.gateway.accounts.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.ApiTokens;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class TokensIT {
    @Inject
    Accounts accounts;

    @Inject
    ApiTokens tokens;

    @Test
    void tokenIsShownOnceAndActsForItsOwner() {
        String name = People.freshName();
        String session = People.signUp(name);
        String token = People.token(session, "read", "label");
        assertTrue(token.matches("lynceus_[A-Za-z0-9_-]{43}"), token);
        People.script(token)
                .get("/api/v1/account")
                .then()
                .statusCode(200)
                .body("name", is(name))
                .body("proof", is("token"));
        People.browser(session)
                .get("/api/v1/account/tokens")
                .then()
                .statusCode(200)
                .body("tokens[0].scopes", is(List.of("read", "label")))
                .body("tokens[0].token", nullValue());
    }

    @Test
    void tokenNeedsNoProofOfOriginForNoBrowserSendsIt() {
        String operator = People.signUp(People.freshName(), Role.OPERATOR, accounts);
        People.script(People.token(operator, "operate"))
                .header("Origin", "https://notebook.example")
                .post("/api/v1/labels/recompute")
                .then()
                .statusCode(202);
    }

    @Test
    void tokenOfAFormerOperatorIsAVolunteersToken() {
        String name = People.freshName();
        String token = People.token(People.signUp(name, Role.OPERATOR, accounts), "operate");
        People.signUp(People.freshName(), Role.OPERATOR, accounts);
        accounts.changeRole(name, Role.VOLUNTEER);
        People.script(token).post("/api/v1/labels/recompute").then().statusCode(403);
    }

    @Test
    void revokedTokenIsNoneAtOnce() {
        String session = People.signUp(People.freshName());
        String token = People.token(session, "read");
        int id = People.browser(session).get("/api/v1/account/tokens").path("tokens[0].id");
        String other = People.signUp(People.freshName());
        People.browser(other).delete("/api/v1/account/tokens/" + id).then().statusCode(404);
        People.script(token).get("/api/v1/models").then().statusCode(200);
        People.browser(session).delete("/api/v1/account/tokens/" + id).then().statusCode(204);
        People.script(token)
                .get("/api/v1/models")
                .then()
                .statusCode(401)
                .body("detail", containsString("unknown, revoked or expired"));
    }

    @Test
    void tokenExpires() {
        Secret token = Secret.shown(People.token(People.signUp(People.freshName()), "read"));
        assertTrue(tokens.owner(token, Instant.now().plus(Duration.ofHours(23))).isPresent());
        assertFalse(
                tokens.owner(token, Instant.now().plus(Duration.ofHours(25))).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer lynceus_guess", "Basic YWRhOnB3", "Bearer ' OR 1=1 --", "nonsense"})
    void whatIsNoTokenIsRefusedEvenWhereReadingIsOpen(String authorization) {
        People.stranger()
                .header("Authorization", authorization)
                .get("/api/v1/models")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"scopes": ["read"], "days": 1}                         | required field name is missing
            {"name": "x", "scopes": ["read"]}                       | required field days is missing
            {"name": "x", "scopes": ["read"], "days": 0}            | days is 0, must lie in [1, 366]
            {"name": "x", "scopes": ["read"], "days": 367}          | days is 367, must lie in [1, 366]
            {"name": "x", "scopes": [], "days": 1}                  | scopes must be some of read, classify, label, operate
            {"name": "x", "scopes": ["account"], "days": 1}         | scope is 'account', must be one of
            {"name": "x", "scopes": [null], "days": 1}              | scope is 'null', must be one of
            {"name": "   ", "scopes": ["read"], "days": 1}          | name must have 1 to 60 characters
            """)
    void impossibleTokenIsRefused(String body, String detail) {
        People.browser(People.signUp(People.freshName()))
                .body(body)
                .post("/api/v1/account/tokens")
                .then()
                .statusCode(422)
                .body("detail", containsString(detail));
    }

    @Test
    void secondTokenOfANameIsAConflictAndTheTwentyFirstTooMany() {
        String session = People.signUp(People.freshName());
        for (int i = 0; i < 20; i++) {
            issue(session, "token " + i).statusCode(201);
            if (i == 0) {
                issue(session, "token 0").statusCode(409);
            }
        }
        issue(session, "token 20").statusCode(422).body("detail", containsString("has 20 tokens"));
        People.browser(session).get("/api/v1/account/tokens").then().body("tokens.name", hasItem("token 19"));
    }

    private static ValidatableResponse issue(String session, String name) {
        return People.browser(session)
                .body("{\"name\": \"" + name + "\", \"scopes\": [\"read\"], \"days\": 1}")
                .post("/api/v1/account/tokens")
                .then();
    }
}
