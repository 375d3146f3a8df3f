package io.lynceus.gateway.accounts.rest;

import static io.lynceus.gateway.accounts.rest.People.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.AccountName;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.RecoveryCodes;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A lost password, from the operator's code to the new one.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class RecoveryIT {
    private static final String NEXT_PASSWORD = "maple radar cosmos tin";

    @Inject
    Accounts accounts;

    @Inject
    RecoveryCodes codes;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI suite;

    private String operator() {
        return People.signUp(People.freshName(), Role.OPERATOR, accounts);
    }

    private static ValidatableResponse make(String operator, String name) {
        return People.browser(operator)
                .post("/api/v1/accounts/" + name + "/recovery")
                .then();
    }

    private static String code(String operator, String name) {
        return make(operator, name).statusCode(201).extract().path("code");
    }

    private static ValidatableResponse recover(String name, String code, String password) {
        return People.stranger()
                .body(Wire.write(Map.of("name", name, "code", code, "password", password)))
                .post("/api/v1/account/recovery")
                .then();
    }

    private static String refusal(String name, String code) {
        return recover(name, code, NEXT_PASSWORD)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("Set-Cookie", nullValue())
                .extract()
                .asString();
    }

    @Test
    void codeSetsANewPasswordAndLogsItsOwnerIn() {
        String name = People.freshName();
        People.signUp(name);
        Instant asked = Instant.now();
        ValidatableResponse made = make(operator(), name.toUpperCase(Locale.ROOT))
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("name", is(name))
                .body("code", matchesRegex("recovery_[A-Za-z0-9_-]{43}"));
        Instant expiry = Instant.parse(made.extract().path("expires_at"));
        assertTrue(
                Duration.between(asked.plus(Duration.ofHours(24)), expiry).abs().toSeconds() < 60, expiry + "");
        String session = recover(name, made.extract().path("code"), NEXT_PASSWORD)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", is(name))
                .body("proof", is("session"))
                .extract()
                .cookie(People.COOKIE);
        People.browser(session).get("/api/v1/account").then().body("name", is(name));
        People.logIn(name, PASSWORD).then().statusCode(401);
        People.logIn(name, NEXT_PASSWORD).then().statusCode(200);
    }

    @Test
    void allThatTheOldPasswordOpenedIsShutAndNothingOfOthers() {
        String name = People.freshName();
        String here = People.signUp(name);
        String there = People.logIn(name, PASSWORD).cookie(People.COOKIE);
        String token = People.token(here, "read");
        String other = People.signUp(People.freshName());
        String othersToken = People.token(other, "read");
        recover(name, code(operator(), name), NEXT_PASSWORD).statusCode(200);
        for (String session : List.of(here, there)) {
            People.browser(session).get("/api/v1/account").then().body("name", nullValue());
        }
        People.script(token).get("/api/v1/models").then().statusCode(401);
        People.browser(other).get("/api/v1/account").then().body("proof", is("session"));
        People.script(othersToken).get("/api/v1/models").then().statusCode(200);
    }

    @Test
    void operatorsPasswordIsRecoveredTooAndTheRoleStays() {
        String name = People.freshName();
        People.signUp(name, Role.OPERATOR, accounts);
        recover(name, code(operator(), name), NEXT_PASSWORD).statusCode(200).body("role", is("operator"));
    }

    @Test
    void whoHasNoGoodCodeGetsOneAnswerWhateverIsWrong() {
        String operator = operator();
        String name = People.freshName();
        String session = People.signUp(name);
        String other = People.freshName();
        People.signUp(other);
        String replaced = code(operator, name);
        String good = code(operator, name);
        String others = code(operator, other);
        String elsewhere = loginElsewhere();
        String wrong = refusal(name, "recovery_guess");
        assertEquals(wrong, refusal("nobody-at-all", good));
        assertEquals(wrong, refusal("no name at all", good));
        assertEquals(wrong, refusal(name + "\0", good + "\0"));
        assertEquals(wrong, refusal(name, ""));
        assertEquals(wrong, refusal(name, "x".repeat(50_000)));
        assertEquals(wrong, refusal("x".repeat(50_000), good));
        assertEquals(wrong, refusal(name, replaced));
        assertEquals(wrong, refusal(name, others));
        assertEquals(wrong, refusal(elsewhere, good));
        People.browser(session).get("/api/v1/account").then().body("name", is(name));
        People.logIn(name, PASSWORD).then().statusCode(200);
        recover(name, good, NEXT_PASSWORD).statusCode(200);
        assertEquals(wrong, refusal(name, good));
    }

    @Test
    void codeIsGoodOnceHoweverManyUseItAtOnce() throws Exception {
        String name = People.freshName();
        People.signUp(name);
        String code = code(operator(), name);
        List<Callable<Integer>> all = List.of("first", "second", "third", "fourth").stream()
                .map(which -> (Callable<Integer>) () -> recover(name, code, NEXT_PASSWORD + " " + which)
                        .extract()
                        .statusCode())
                .toList();
        try (ExecutorService together = Executors.newFixedThreadPool(all.size())) {
            int taken = 0;
            for (Future<Integer> each : together.invokeAll(all)) {
                taken += each.get() == 200 ? 1 : 0;
            }
            assertEquals(1, taken);
        }
    }

    @Test
    void codeIsGoodForADayAndSweptAfterwards() throws SQLException {
        String name = People.freshName();
        People.signUp(name);
        Instant made = Instant.parse("2026-01-02T03:04:05Z");
        Secret late = codes.issue(name, made).orElseThrow().code();
        assertEquals(Optional.empty(), codes.redeem(name, late, "hash", made.plus(Duration.ofHours(24))));
        assertEquals(1, kept(name), "who comes late uses nothing up");
        assertEquals(
                name,
                codes.redeem(name, late, "hash", made.plus(Duration.ofHours(24)).minusMillis(1))
                        .orElseThrow()
                        .name());
        codes.issue(name, made);
        codes.sweep(made.plus(Duration.ofHours(23)));
        assertEquals(1, kept(name));
        codes.sweep(made.plus(Duration.ofHours(24)));
        assertEquals(0, kept(name));
    }

    @Test
    void expiredCodeIsRefusedLikeAWrongOne() throws SQLException {
        String name = People.freshName();
        People.signUp(name);
        String code = code(operator(), name);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("UPDATE recovery_codes SET expires_at = now() WHERE account_id ="
                            + " (SELECT id FROM accounts WHERE name = '" + name + "')"));
        }
        assertEquals(refusal(name, "recovery_guess"), refusal(name, code));
    }

    @Test
    void onlyTheHashOfACodeIsKept() throws SQLException, NoSuchAlgorithmException {
        String name = People.freshName();
        People.signUp(name);
        String code = code(operator(), name);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT c.code_hash, to_jsonb(c)::text AS whole FROM"
                        + " recovery_codes c JOIN accounts a ON a.id = c.account_id WHERE a.name = '" + name + "'")) {
            assertTrue(rows.next());
            assertArrayEquals(
                    MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)),
                    rows.getBytes("code_hash"));
            assertFalse(rows.getString("whole").contains(code));
        }
    }

    private int kept(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM recovery_codes WHERE account_id ="
                        + " (SELECT id FROM accounts WHERE name = '" + name + "')")) {
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password123", "aaaaaaaaaaaaaaaaaaaa"})
    void passwordThatSignUpRefusesIsRefusedAndTheCodeStaysGood(String password) {
        String name = People.freshName();
        People.signUp(name);
        String code = code(operator(), name);
        recover(name, code, password).statusCode(422).body("detail", containsString("password"));
        recover("nobody-at-all", code, password).statusCode(422);
        recover(name, code, NEXT_PASSWORD).statusCode(200);
    }

    @Test
    void ownNameIsNoPassword() {
        String name = "wonderful-long-" + People.freshName();
        People.signUp(name);
        recover(name, code(operator(), name), name).statusCode(422);
    }

    @Test
    void requestWithoutNameCodeOrPasswordIsRefused() {
        for (String missing : List.of("name", "code", "password")) {
            Map<String, String> whole = Map.of("name", "ada", "code", "x", "password", NEXT_PASSWORD);
            Map<String, String> wish = new HashMap<>(whole);
            wish.remove(missing);
            People.stranger()
                    .body(Wire.write(wish))
                    .post("/api/v1/account/recovery")
                    .then()
                    .statusCode(422)
                    .body("detail", containsString("required field " + missing));
        }
    }

    @Test
    void ownerWhoRemembersNeedsNoCodeAndItIsGoodNoMore() {
        String name = People.freshName();
        String session = People.signUp(name);
        String code = code(operator(), name);
        People.browser(session)
                .body(Wire.write(Map.of("password", PASSWORD, "new_password", NEXT_PASSWORD)))
                .put("/api/v1/account/password")
                .then()
                .statusCode(200);
        refusal(name, code);
    }

    @Test
    void whoTakesTheNameOfADeletedAccountIsNotItsCodes() {
        String name = People.freshName();
        String session = People.signUp(name);
        String code = code(operator(), name);
        People.browser(session)
                .body(Wire.write(Map.of("password", PASSWORD)))
                .delete("/api/v1/account")
                .then()
                .statusCode(204);
        People.signUp(name);
        refusal(name, code);
    }

    @Test
    void codeIsMadeForAnAccountThatHasAPasswordOnly() {
        String operator = operator();
        make(operator, "nobody-at-all").statusCode(404).body("detail", containsString("nobody-at-all"));
        make(operator, loginElsewhere()).statusCode(409).body("detail", containsString("logs in elsewhere"));
    }

    private String loginElsewhere() {
        String name = People.freshName();
        accounts.add(
                new AccountName(name), new Identity("https://campus.example", name), Role.VOLUNTEER, Instant.now());
        return name;
    }

    @Test
    void codeIsMadeByOperatorsAndByNoToken() {
        String name = People.freshName();
        String volunteer = People.signUp(name);
        make(volunteer, name).statusCode(403).body("detail", containsString("operator"));
        People.stranger().post("/api/v1/accounts/" + name + "/recovery").then().statusCode(401);
        String token = People.token(operator(), "read", "operate");
        People.script(token)
                .post("/api/v1/accounts/" + name + "/recovery")
                .then()
                .statusCode(403)
                .body("detail", containsString("scope account"));
        given().post("/api/v1/accounts/" + name + "/recovery").then().statusCode(201);
    }

    @Test
    void sessionOfTheBrowserThatRecoversIsAnother() {
        String name = People.freshName();
        People.signUp(name);
        String planted = People.guest();
        String session = People.browser(planted)
                .body(Wire.write(Map.of("name", name, "code", code(operator(), name), "password", NEXT_PASSWORD)))
                .post("/api/v1/account/recovery")
                .then()
                .statusCode(200)
                .extract()
                .cookie(People.COOKIE);
        assertNotEquals(planted, session);
        People.browser(planted).get("/api/v1/account").then().body("proof", is("none"));
    }

    @Test
    void personRecoversAPasswordOnThePage(@TempDir Path folder) throws IOException, InterruptedException {
        BrowserTests.run("recovery.test.mjs", suite.toString().replaceAll("/+$", ""), folder);
    }
}
