package io.lynceus.gateway.accounts.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.AccountName;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Logins by the stand-in for GitHub of `browser/github.mjs`, honest and not.
@QuarkusTest
@TestProfile(ProviderLoginIT.WithProviders.class)
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class GitHubLoginIT {
    private static final String API = "/api/v1/account";

    @Inject
    Accounts accounts;

    @Inject
    DataSource database;

    private static ValidatableResponse logIn(String login) {
        Departed departed = Departed.to("github");
        return departed.answer(departed.logInAs(login));
    }

    private static ValidatableResponse pickName(String arrival, String name) {
        return People.stranger()
                .cookie(Departed.ARRIVAL, arrival)
                .body(Wire.write(Map.of("name", name)))
                .post(API + "/providers/github/name")
                .then();
    }

    /// Somebody new, by name.
    private static String signUp(String login) {
        String arrival = logIn(login)
                .statusCode(200)
                .body("name", nullValue())
                .body("name_awaited", is("github"))
                .extract()
                .cookie(Departed.ARRIVAL);
        String name = freshName();
        pickName(arrival, name)
                .statusCode(201)
                .body("name", is(name))
                .body("role", is("volunteer"))
                .body("has_password", is(false));
        return name;
    }

    private static String freshName() {
        return People.freshName() + "-of-github";
    }

    private static void isRefused(ValidatableResponse answer, String why) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .header("Set-Cookie", nullValue())
                .body("detail", containsString(why));
    }

    private static void isAway(ValidatableResponse answer, String why) {
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Set-Cookie", nullValue())
                .body("detail", startsWith(why));
    }

    @Test
    void whoComesForTheFirstTimePicksANameAndIsTheSameTheSecondTime() {
        String login = freshName();
        String name = signUp(login);
        logIn(login).statusCode(200).body("name", is(name)).body("proof", is("session"));
    }

    @Test
    void personIsANumberAndNeitherALoginNorWhoTakesItNext() {
        String login = freshName();
        String name = signUp(login);
        Departed departed = Departed.to("github");
        assertEquals(
                204,
                new BrowserElsewhere()
                        .get(departed.address().resolve("/rename/" + login + "/" + login + "-renamed"))
                        .statusCode());
        logIn(login + "-renamed").statusCode(200).body("name", is(name));
        logIn(login).statusCode(200).body("name", nullValue()).body("name_awaited", is("github"));
    }

    @Test
    void nothingButIssuerAndNumberIsKeptOfAPerson() throws SQLException {
        String login = freshName();
        String name = signUp(login);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT issuer, subject, to_jsonb(a)::text AS whole FROM accounts a WHERE name = '" + name
                                + "'")) {
            assertTrue(rows.next());
            assertEquals(Departed.to("github").address().resolve("/").toString(), rows.getString("issuer") + "/");
            assertTrue(rows.getString("subject").matches("[1-9][0-9]*"), rows.getString("subject"));
            for (String told : new String[] {login, "Lovelace", "example.org", "gho_"}) {
                assertFalse(rows.getString("whole").contains(told), told);
            }
        }
    }

    /// An OpenID provider's subjects may be numbers too.
    @Test
    void whoHasTheNumberElsewhereIsSomebodyElse() throws SQLException {
        String login = freshName();
        String name = signUp(login);
        String number;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT subject FROM accounts a WHERE name = '" + name + "'")) {
            assertTrue(rows.next());
            number = rows.getString("subject");
        }
        Departed campus = Departed.to("campus");
        campus.answer(campus.logInAs(number)).statusCode(200).body("name_awaited", is("campus"));
        accounts.add(
                new AccountName(freshName()),
                new Identity("https://elsewhere.example", number),
                Role.VOLUNTEER,
                Instant.now());
        logIn(login).statusCode(200).body("name", is(name));
    }

    @Test
    void answerCountsInTheBrowserThatAskedAndOnce() {
        Departed ada = Departed.to("github");
        Departed eve = Departed.to("github");
        String query = ada.logInAs("asked-by-ada");
        isRefused(ada.answer(query, People.stranger()), "this browser did not begin this login");
        isRefused(eve.answer(query), "the answer to another login");
        isRefused(eve.answer(eve.logInAs("eve")), "has finished it");
        ada.answer(query).statusCode(200).body("name_awaited", is("github"));
        isRefused(ada.answer(query), "has finished it");
    }

    /// Somebody's code put in the place of one's own: its PKCE verifier is not eve's.
    @Test
    void codeOfAnotherLoginIsRefused() {
        String stolen =
                Departed.parameters(Departed.to("github").logInAs("ada")).get("code");
        Departed eve = Departed.to("github");
        isRefused(eve.answer(eve.logInAs("eve").replaceFirst("code=[^&]*", "code=" + stolen)), "used or expired");
    }

    @ParameterizedTest
    @CsvSource({
        "state=[^&]*, state=another, another login",
        "&?state=[^&]*, '', another login",
        "iss=[^&]*, iss=https%3A%2F%2Felsewhere.example, could not be verified",
        "code=[^&]*, code=guessed, used or expired",
        "code=[^&]*, x=y, could not be verified",
        ".*, '', another login",
        ".*, '%%%', another login"
    })
    void changedAnswerIsRefused(String part, String by, String why) {
        Departed departed = Departed.to("github");
        isRefused(departed.answer(departed.logInAs("ada").replaceFirst(part, by)), why);
    }

    /// As GitHub answered until 2026, and servers of before do.
    @Test
    void answerNeedNotSayWhoseItIs() {
        Departed departed = Departed.to("github");
        departed.answer(departed.logInAs("ada").replaceFirst("&?iss=[^&]*", "")).statusCode(200);
    }

    @Test
    void whoChangesTheirMindIsToldSo() {
        Departed departed = Departed.to("github");
        String query = new BrowserElsewhere().abort(departed.address()).getRawQuery();
        isRefused(departed.answer(query), "GitHub did not let you in");
    }

    @ParameterizedTest
    @CsvSource({
        "badcode, used or expired",
        "unverified, could not log you in",
        "notoken, could not be verified",
        "othertype, could not be verified",
        "tokenform, could not be verified",
        "tokengarbage, could not be verified",
        "tokenarray, could not be verified"
    })
    void refusedTokenLogsNobodyIn(String lie, String why) {
        isRefused(afterLie(lie), why);
        logIn("ada").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noid",
                "nullid",
                "textid",
                "zeroid",
                "negativeid",
                "fractionid",
                "longid",
                "array",
                "garbage",
                "page",
                "nothing",
                "unauthorized",
                "elsewhere"
            })
    void identityThatIsNoneLogsNobodyIn(String lie) {
        isRefused(afterLie(lie), "could not be verified");
        logIn("ada").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokendown",
                "tokenlimited",
                "tokenslow",
                "tokenhuge",
                "brokentoken",
                "broken",
                "limited",
                "toomany",
                "huge",
                "slow",
                "dripping"
            })
    void gitHubThatIsAwayIsAskedAgainLater(String trouble) {
        isAway(afterLie(trouble), "GitHub does not answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"badclient", "badredirect", "noclient"})
    void suiteThatGitHubDoesNotKnowIsForItsOperatorToSee(String lie) {
        isAway(afterLie(lie), "GitHub does not know this suite any more");
    }

    private static ValidatableResponse afterLie(String lie) {
        Departed departed = Departed.to("github");
        String query = departed.logInAs("ada");
        departed.lie(lie);
        return departed.answer(query);
    }
}
