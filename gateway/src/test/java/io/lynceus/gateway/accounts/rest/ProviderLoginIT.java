package io.lynceus.gateway.accounts.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.AccountName;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Credential.PasswordHash;
import io.lynceus.gateway.accounts.LoginAttempt;
import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Logins by real providers, honest and not.
@QuarkusTest
@TestProfile(ProviderLoginIT.WithProviders.class)
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class ProviderLoginIT {
    private static final String API = "/api/v1/account";
    private static final String ARRIVAL = Departed.ARRIVAL;
    private static final String CODE = "first-operator-by-a-provider";

    public static final class WithProviders implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port", ProvidersResource.PORT, "lynceus.accounts.first-operator-code", CODE);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ProvidersResource.class));
        }
    }

    @Inject
    Accounts accounts;

    @Inject
    PendingLogins pendingLogins;

    @Inject
    DataSource database;

    Peers peers;

    private static ValidatableResponse logIn(String provider, String subject) {
        Departed departed = Departed.to(provider);
        return departed.answer(departed.logInAs(subject));
    }

    private static ValidatableResponse pickName(String provider, String arrival, Map<String, String> wish) {
        return People.stranger()
                .cookie(ARRIVAL, arrival)
                .body(Wire.write(wish))
                .post(API + "/providers/" + provider + "/name")
                .then();
    }

    /// Somebody new, by the session.
    private static String signUp(String subject, String name) {
        String arrival = logIn("campus", subject).statusCode(200).extract().cookie(ARRIVAL);
        return pickName("campus", arrival, Map.of("name", name))
                .statusCode(201)
                .body("name", is(name))
                .extract()
                .cookie(People.COOKIE);
    }

    private static String freshName() {
        return People.freshName() + "-elsewhere";
    }

    private static void isRefused(ValidatableResponse answer, String why) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .header("Set-Cookie", nullValue())
                .body("detail", containsString(why));
    }

    @Test
    void whoComesForTheFirstTimePicksANameAndIsTheSameTheSecondTime() {
        String name = freshName();
        String arrival = logIn("campus", "of-" + name)
                .statusCode(200)
                .body("name", nullValue())
                .body("role", is("guest"))
                .body("name_awaited", is("campus"))
                .extract()
                .cookie(ARRIVAL);
        RequestSpecification undecided = People.stranger().cookie(ARRIVAL, arrival);
        undecided.get(API).then().body("name_awaited", is("campus")).body("proof", is("none"));
        pickName("campus", arrival, Map.of("name", "no")).statusCode(422);
        pickName("observatory", arrival, Map.of("name", name)).statusCode(401);
        String session = pickName("campus", arrival, Map.of("name", name))
                .statusCode(201)
                .body("role", is("volunteer"))
                .body("has_password", is(false))
                .body("name_awaited", nullValue())
                .extract()
                .cookie(People.COOKIE);
        pickName("campus", arrival, Map.of("name", freshName())).statusCode(401);
        People.browser(session)
                .body("{\"answer\": \"AGN\"}")
                .post("/api/v1/sources/" + Peers.SOURCE + "/votes")
                .then()
                .statusCode(201)
                .body("received.user", is(name));
        People.script(People.token(session, "read")).get(API).then().body("name", is(name));
        accounts.changeRole(name, Role.ASTRONOMER);
        People.browser(session).delete(API + "/sessions/current").then().statusCode(204);
        People.browser(session).get(API).then().body("name", nullValue());
        logIn("campus", "of-" + name)
                .statusCode(200)
                .body("name", is(name))
                .body("role", is("astronomer"))
                .body("proof", is("session"))
                .cookie(People.COOKIE, not(session));
    }

    @Test
    void providerIsAskedForNoMoreThanWhoItIsAndByAnAddressOfTheSettings() {
        Response response = People.stranger()
                .header("Host", "elsewhere.example")
                .header("X-Forwarded-Host", "elsewhere.example")
                .post(API + "/providers/campus/login");
        Map<String, String> asked =
                Departed.parameters(URI.create(response.path("address")).getRawQuery());
        assertEquals("openid", asked.get("scope"));
        assertEquals("code", asked.get("response_type"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals(ProvidersResource.SUITE + "/account/campus", asked.get("redirect_uri"));
        Map<String, String> next =
                Departed.parameters(Departed.to("campus").address().getRawQuery());
        for (String fresh : List.of("state", "nonce", "code_challenge")) {
            assertTrue(asked.get(fresh).length() >= 43, fresh + " has 256 bits");
            assertNotEquals(asked.get(fresh), next.get(fresh), fresh);
        }
        Cookie cookie = response.detailedCookie(ARRIVAL);
        assertTrue(cookie.isHttpOnly());
        assertEquals("Strict", cookie.getSameSite());
        assertEquals(Duration.ofMinutes(15).toSeconds(), cookie.getMaxAge());
    }

    @Test
    void nobodyIsSomebodyElseByASubjectOrANameAlone() {
        String name = freshName();
        signUp(name, name);
        String arrival = logIn("observatory", name)
                .statusCode(200)
                .body("name_awaited", is("observatory"))
                .extract()
                .cookie(ARRIVAL);
        pickName("observatory", arrival, Map.of("name", name.toUpperCase(Locale.ROOT)))
                .statusCode(409);
        String local = freshName();
        accounts.add(new AccountName(local), new PasswordHash("none that fits"), Role.VOLUNTEER, Instant.now());
        String late = logIn("campus", local)
                .body("name_awaited", is("campus"))
                .extract()
                .cookie(ARRIVAL);
        pickName("campus", late, Map.of("name", local)).statusCode(409);
        pickName("campus", late, Map.of("name", local + "-2")).statusCode(201);
    }

    @Test
    void nothingButIssuerAndSubjectIsKeptOfAPerson() throws SQLException {
        String name = freshName();
        signUp("of-" + name, name);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT password, subject, to_jsonb(a)::text AS whole FROM accounts a WHERE name = '" + name
                                + "'")) {
            assertTrue(rows.next());
            assertEquals("of-" + name, rows.getString("subject"));
            assertEquals(null, rows.getString("password"));
            assertFalse(rows.getString("whole").contains("Lovelace"), "the provider knows the name, and nobody asked");
        }
    }

    @Test
    void answerCountsInTheBrowserThatAskedAndOnce() {
        Departed ada = Departed.to("campus");
        Departed eve = Departed.to("campus");
        String query = ada.logInAs("asked-by-ada");
        isRefused(ada.answer(query, People.stranger()), "this browser did not begin this login");
        isRefused(eve.answer(query), "the answer to another login");
        isRefused(eve.answer(eve.logInAs("eve")), "has finished it");
        ada.answer(query).statusCode(200).body("name_awaited", is("campus"));
        isRefused(ada.answer(query), "has finished it");
    }

    @Test
    void pageOfAnotherSiteNeitherBeginsNorEndsALogin() {
        Departed departed = Departed.to("campus");
        String query = departed.logInAs("ada");
        People.stranger()
                .header("Origin", "https://elsewhere.example")
                .post(API + "/providers/campus/login")
                .then()
                .statusCode(403)
                .header("Set-Cookie", nullValue());
        departed.answer(
                        query,
                        People.stranger().cookie(ARRIVAL, departed.arrival()).header("Sec-Fetch-Site", "cross-site"))
                .statusCode(403);
        departed.answer(query).statusCode(200);
    }

    /// Somebody's code put in the place of one's own.
    @Test
    void codeOfAnotherLoginIsRefusedByItsProvider() {
        String stolen =
                Departed.parameters(Departed.to("campus").logInAs("ada")).get("code");
        Departed eve = Departed.to("campus");
        String own = eve.logInAs("eve");
        isRefused(eve.answer(own.replaceFirst("code=[^&]*", "code=" + stolen)), "used or expired");
    }

    @Test
    void answerOfOneProviderIsNotTakenForAnothers() {
        Departed campus = Departed.to("campus");
        String query = campus.logInAs("ada");
        Departed elsewhere = new Departed("observatory", campus.address(), campus.arrival());
        isRefused(elsewhere.answer(query), "this browser did not begin this login");
    }

    @ParameterizedTest
    @CsvSource({
        "state=[^&]*, state=another, another login",
        "&?state=[^&]*, '', another login",
        "iss=[^&]*, iss=https%3A%2F%2Felsewhere.example, could not be verified",
        "&?iss=[^&]*, '', could not be verified",
        "code=[^&]*, code=guessed, used or expired",
        "code=[^&]*, x=y, could not be verified",
        ".*, '', another login",
        ".*, '%%%', another login"
    })
    void changedAnswerIsRefused(String part, String by, String why) {
        Departed departed = Departed.to("campus");
        String changed = departed.logInAs("ada").replaceFirst(part, by);
        isRefused(departed.answer(changed), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tampered",
                "expired",
                "audience",
                "issuer",
                "nonce",
                "unsigned",
                "strangerskey",
                "sharedsecret",
                "publickeyassecret",
                "missing"
            })
    void identityThatIsNotProvenIsRefused(String lie) {
        Departed departed = Departed.to("campus");
        String query = departed.logInAs("ada");
        departed.lie(lie);
        isRefused(departed.answer(query), "could not be verified");
        logIn("campus", "ada").statusCode(200);
    }

    @Test
    void whatAProviderComplainsOfIsSaidInOurWords() {
        Departed declined = Departed.to("campus");
        String query = new BrowserElsewhere().abort(declined.address()).getRawQuery();
        assertEquals("access_denied", Departed.parameters(query).get("error"));
        isRefused(declined.answer(query), "Campus did not let you in");
        Departed reflected = Departed.to("campus");
        String text = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";
        Map<String, String> honest = Departed.parameters(query);
        String answer = "error=" + text + "&error_description=" + text + "&iss=" + honest.get("iss") + "&state="
                + Departed.parameters(reflected.address().getRawQuery()).get("state");
        reflected
                .answer(answer)
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", startsWith("Campus could not log you in"))
                .body(not(containsString("script")));
    }

    @Test
    void providerThatIsAwayIsAskedAgainLater() {
        People.stranger()
                .post(API + "/providers/gone/login")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesRegex("[1-9][0-9]*"))
                .header("Set-Cookie", nullValue())
                .body("detail", is("Gone does not answer; try again in a few minutes"));
        for (String trouble : List.of("down", "slow", "huge")) {
            Departed departed = Departed.to("campus");
            String query = departed.logInAs("ada");
            departed.lie(trouble);
            departed.answer(query).statusCode(503).body("detail", startsWith("Campus does not answer"));
        }
        People.stranger().post(API + "/providers/nowhere/login").then().statusCode(404);
    }

    @Test
    void whoStaysAwayTooLongBeginsAnew() {
        LoginAttempt attempt = new LoginAttempt("campus", "state", "nonce", "verifier");
        Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Secret late = pendingLogins.addAttempt(attempt, begun);
        assertEquals(Optional.empty(), pendingLogins.takeAttempt(late, begun.plus(PendingLogins.LONGEST)));
        Secret swept = pendingLogins.addAttempt(attempt, begun.minus(PendingLogins.LONGEST));
        Secret kept = pendingLogins.addAttempt(attempt, begun);
        pendingLogins.sweep(begun);
        assertEquals(Optional.empty(), pendingLogins.takeAttempt(swept, begun.minusSeconds(1)));
        assertEquals(Optional.of(attempt), pendingLogins.takeAttempt(kept, begun));
        assertEquals(Optional.empty(), pendingLogins.takeAttempt(kept, begun));
    }

    @Test
    void whoCancelsIsForgottenAtOnce() {
        String arrival = logIn("campus", "undecided").extract().cookie(ARRIVAL);
        People.stranger()
                .cookie(ARRIVAL, arrival)
                .delete(API + "/sessions/current")
                .then()
                .statusCode(204)
                .cookie(ARRIVAL, "");
        pickName("campus", arrival, Map.of("name", freshName())).statusCode(401);
    }

    @Test
    void accountWithoutAPasswordIsDeletedByItsNameSoonAfterTheLogin() throws SQLException {
        String name = freshName();
        String session = signUp("of-" + name, name);
        delete(session, Map.of("password", People.PASSWORD)).statusCode(422);
        delete(session, Map.of("name", "somebody-else")).statusCode(403).body("detail", containsString("type " + name));
        age(name);
        delete(session, Map.of("name", name)).statusCode(403).body("detail", containsString("log in again"));
        String again = logIn("campus", "of-" + name).extract().cookie(People.COOKIE);
        delete(again, Map.of("name", name)).statusCode(204);
        assertTrue(peers.labels.asked().contains("DELETE /volunteers/" + name));
        People.browser(again).get(API).then().body("name", nullValue());
        logIn("campus", "of-" + name).body("name_awaited", is("campus"));
    }

    private static ValidatableResponse delete(String session, Map<String, String> confirmation) {
        return People.browser(session)
                .body(Wire.write(confirmation))
                .delete(API)
                .then();
    }

    private void age(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("UPDATE sessions SET created_at = created_at - interval '11 minutes'"
                            + " WHERE account_id = (SELECT id FROM accounts WHERE name = '" + name + "')"));
        }
    }

    @Test
    void passwordsAreNeitherTakenNorChanged() {
        People.stranger()
                .get(API)
                .then()
                .body("passwords", is(false))
                .body("providers.id", contains("campus", "github", "gone", "observatory"))
                .body("providers.title", contains("Campus", "GitHub", "Gone", "Observatory"));
        People.logIn("ada", People.PASSWORD).then().statusCode(403);
        People.stranger()
                .body(Wire.write(Map.of("name", freshName(), "password", People.PASSWORD)))
                .post(API)
                .then()
                .statusCode(403);
        String name = freshName();
        String session = signUp("of-" + name, name);
        accounts.changeRole(name, Role.OPERATOR);
        for (String of : List.of(name, "nobody-at-all")) {
            People.browser(session)
                    .post("/api/v1/accounts/" + of + "/recovery")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("nobody logs in with a password here"));
        }
        People.stranger()
                .body(Wire.write(Map.of("name", name, "code", "recovery_x", "password", People.PASSWORD)))
                .post(API + "/recovery")
                .then()
                .statusCode(403)
                .body("detail", containsString("nobody logs in with a password here"));
        People.browser(session)
                .body(Wire.write(Map.of("password", "", "new_password", People.PASSWORD)))
                .put(API + "/password")
                .then()
                .statusCode(403)
                .body("detail", containsString("has no password"));
    }

    @Test
    void codeMakesTheFirstOperatorByAProviderToo() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE accounts SET role = 'volunteer'");
        }
        String arrival = logIn("campus", "operator")
                .body("operator_awaited", is(true))
                .extract()
                .cookie(ARRIVAL);
        String name = freshName();
        pickName("campus", arrival, Map.of("name", name, "code", "guess")).statusCode(422);
        pickName("campus", arrival, Map.of("name", name, "code", CODE))
                .statusCode(201)
                .body("role", is("operator"));
        String late = logIn("campus", "late-operator").extract().cookie(ARRIVAL);
        pickName("campus", late, Map.of("name", freshName(), "code", CODE)).statusCode(422);
    }
}
