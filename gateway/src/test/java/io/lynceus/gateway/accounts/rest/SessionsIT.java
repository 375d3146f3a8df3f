package io.lynceus.gateway.accounts.rest;

import static io.lynceus.gateway.accounts.rest.People.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.accounts.Sessions;
import io.lynceus.gateway.accounts.Sessions.Owner;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class SessionsIT {
    private static final String NEXT_PASSWORD = "maple radar cosmos tin";

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    Peers peers;

    private static void isKnown(String session, String name, String role) {
        People.browser(session)
                .get("/api/v1/account")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", is(name))
                .body("role", is(role));
    }

    private static void isNobody(String session) {
        isKnown(session, null, "guest");
    }

    @Test
    void whoSignsUpIsLoggedInAsAVolunteer() {
        String name = People.freshName();
        isKnown(People.signUp(name), name, "volunteer");
    }

    @Test
    void cookieIsOutOfReachOfScriptsAndOfOtherSites() {
        Cookie cookie = People.stranger()
                .body(Wire.write(Map.of("name", People.freshName(), "password", PASSWORD)))
                .post("/api/v1/account")
                .detailedCookie(People.COOKIE);
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals("/", cookie.getPath());
        assertFalse(cookie.isSecured(), "this is plain http");
    }

    @Test
    void unknownNameAndWrongPasswordGetOneAnswer() {
        String name = People.freshName();
        People.signUp(name);
        String wrong = People.logIn(name, "not " + PASSWORD)
                .then()
                .statusCode(401)
                .extract()
                .asString();
        String unknown = People.logIn("nobody-at-all", PASSWORD)
                .then()
                .statusCode(401)
                .extract()
                .asString();
        assertEquals(wrong, unknown);
    }

    @Test
    void loginGivesAKeyOfItsOwnWhateverKeyTheBrowserCameWith() {
        String name = People.freshName();
        People.signUp(name);
        String planted = People.guest();
        String session = People.browser(planted)
                .body(Wire.write(Map.of("name", name, "password", PASSWORD)))
                .post("/api/v1/account/sessions")
                .then()
                .statusCode(200)
                .extract()
                .cookie(People.COOKIE);
        assertNotEquals(planted, session);
        isKnown(session, name, "volunteer");
        isNobody(planted);
        People.browser("chosen-by-somebody-else")
                .body(Wire.write(Map.of("name", name, "password", PASSWORD)))
                .post("/api/v1/account/sessions")
                .then()
                .statusCode(200);
        isNobody("chosen-by-somebody-else");
    }

    @Test
    void logoutEndsTheSessionForWhoeverHasItsKey() {
        String session = People.signUp(People.freshName());
        People.browser(session)
                .delete("/api/v1/account/sessions/current")
                .then()
                .statusCode(204)
                .header("Set-Cookie", allOf(containsString("Max-Age=0"), containsString(People.COOKIE + "=;")));
        isNobody(session);
    }

    @Test
    void logoutEverywhereEndsAllSessions() {
        String name = People.freshName();
        String here = People.signUp(name);
        String there = People.logIn(name, PASSWORD).cookie(People.COOKIE);
        People.browser(here).delete("/api/v1/account/sessions").then().statusCode(204);
        isNobody(here);
        isNobody(there);
    }

    @Test
    void newPasswordEndsTheOtherSessionsAndTheOldPassword() {
        String name = People.freshName();
        String here = People.signUp(name);
        String there = People.logIn(name, PASSWORD).cookie(People.COOKIE);
        People.browser(here)
                .body(Wire.write(Map.of("password", "wrong " + PASSWORD, "new_password", NEXT_PASSWORD)))
                .put("/api/v1/account/password")
                .then()
                .statusCode(403);
        String now = People.browser(here)
                .body(Wire.write(Map.of("password", PASSWORD, "new_password", NEXT_PASSWORD)))
                .put("/api/v1/account/password")
                .then()
                .statusCode(200)
                .extract()
                .cookie(People.COOKIE);
        isKnown(now, name, "volunteer");
        isNobody(there);
        isNobody(here);
        People.logIn(name, PASSWORD).then().statusCode(401);
        People.logIn(name, NEXT_PASSWORD).then().statusCode(200);
    }

    @Test
    void deletedAccountFreesTheNameAndHasItForgottenByTheLabels() {
        String name = People.freshName();
        String session = People.signUp(name);
        String token = People.token(session, "read");
        People.browser(session)
                .body(Wire.write(Map.of("password", PASSWORD)))
                .delete("/api/v1/account")
                .then()
                .statusCode(204);
        assertTrue(peers.labels.asked().contains("DELETE /volunteers/" + name));
        isNobody(session);
        People.script(token).get("/api/v1/models").then().statusCode(401);
        People.logIn(name, PASSWORD).then().statusCode(401);
        People.signUp(name);
    }

    @Test
    void operatorsAccountIsNotDeleted() {
        String name = People.freshName();
        String session = People.signUp(name, Role.OPERATOR, accounts);
        People.browser(session)
                .body(Wire.write(Map.of("password", PASSWORD)))
                .delete("/api/v1/account")
                .then()
                .statusCode(403);
        isKnown(session, name, "operator");
    }

    @Test
    void unusedSessionEndsAndAUsedOneGoesOnUntilItsLastDay() {
        String name = People.freshName();
        Secret session = Secret.shown(People.signUp(name));
        Instant start = Instant.now();
        for (int day = 5; day <= 25; day += 5) {
            assertTrue(resumes(session, start.plus(Duration.ofDays(day))), "day " + day);
        }
        assertTrue(resumes(session, start.plus(Duration.ofDays(29))));
        assertFalse(resumes(session, start.plus(Duration.ofDays(31))));
        Secret unused = Secret.shown(People.logIn(name, PASSWORD).cookie(People.COOKIE));
        assertFalse(resumes(unused, Instant.now().plus(Duration.ofDays(8))));
    }

    private boolean resumes(Secret session, Instant at) {
        Optional<Owner> owner = sessions.resume(session, at);
        return owner.isPresent();
    }

    @Test
    void endedSessionsAreSweptAndOthersStay() {
        String session = People.signUp(People.freshName());
        sessions.sweep(Instant.now());
        assertTrue(resumes(Secret.shown(session), Instant.now()));
    }

    @Test
    void operatorGivesRolesThatCountAtOnce() {
        String name = People.freshName();
        String session = People.signUp(name);
        String operator = People.signUp(People.freshName(), Role.OPERATOR, accounts);
        People.browser(operator)
                .body("{\"role\": \"astronomer\"}")
                .put("/api/v1/accounts/" + name + "/role")
                .then()
                .statusCode(200);
        isKnown(session, name, "astronomer");
        People.browser(operator)
                .get("/api/v1/accounts?cursor=" + name.substring(0, name.length() - 1))
                .then()
                .statusCode(200)
                .body("accounts.find { it.name == '" + name + "' }.role", is("astronomer"));
    }

    @Test
    void guestTriesTenLabelsAndIsToldHowToGoOn() {
        String guest = People.guest();
        String name = People.browser(guest).get("/api/v1/account").path("name");
        assertTrue(name.startsWith("guest-"), name);
        for (int left = 10; left > 0; left--) {
            People.browser(guest).get("/api/v1/account").then().body("guest_labels_left", is(left));
            People.browser(guest)
                    .body("{\"answer\": \"AGN\"}")
                    .post("/api/v1/sources/" + Peers.SOURCE + "/votes")
                    .then()
                    .statusCode(201)
                    .body("received.user", is(name));
            People.browser(guest)
                    .body("{\"answer\": \"AGN\"}")
                    .post("/api/v1/sources/lx-nowhere/votes")
                    .then()
                    .statusCode(left == 1 ? 403 : 404);
        }
        People.browser(guest)
                .body("{\"answer\": \"AGN\"}")
                .post("/api/v1/sources/" + Peers.SOURCE + "/votes")
                .then()
                .statusCode(403)
                .body("detail", containsString("sign up at /account"));
        People.stranger()
                .body("{\"user\": \"" + name + "\", \"answer\": \"AGN\"}")
                .post("/api/v1/sources/" + Peers.SOURCE + "/votes")
                .then()
                .statusCode(401)
                .body("detail", containsString("POST /api/v1/account/guest"));
    }

    @Test
    void whoIsAtThisMachineMayDoEverythingUnderAnyName() {
        given().get("/api/v1/account")
                .then()
                .body("name", nullValue())
                .body("role", is("operator"))
                .body("proof", is("this_machine"))
                .body("accounts_required", is(false));
    }

    @Test
    void whoComesUnderAnotherNameOfThisMachineIsAStranger() {
        given().header("Host", "rebound.example").get("/api/v1/account").then().body("proof", not(is("this_machine")));
    }
}
