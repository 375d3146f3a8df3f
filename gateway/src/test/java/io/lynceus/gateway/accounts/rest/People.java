package io.lynceus.gateway.accounts.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// People at the door, each from elsewhere than this machine.
final class People {
    static final String PASSWORD = "orbit lamp violin thaw";
    static final String COOKIE = "lynceus-session";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private People() {}

    static RequestSpecification stranger() {
        return given().header("X-Forwarded-For", "203.0.113.9").contentType("application/json");
    }

    /// A browser with the cookie, on a page of the suite.
    static RequestSpecification browser(String session) {
        return stranger().cookie(COOKIE, session).header("Sec-Fetch-Site", "same-origin");
    }

    static RequestSpecification script(String token) {
        return stranger().header("Authorization", "Bearer " + token);
    }

    static String freshName() {
        return "person-" + NUMBER.incrementAndGet();
    }

    /// Signs up and gives the session.
    static String signUp(String name) {
        return stranger()
                .body(Wire.write(Map.of("name", name, "password", PASSWORD)))
                .post("/api/v1/account")
                .then()
                .statusCode(201)
                .extract()
                .cookie(COOKIE);
    }

    static String signUp(String name, Role role, Accounts accounts) {
        String session = signUp(name);
        assertEquals(Optional.of(role), accounts.changeRole(name, role).map(Account::role));
        return session;
    }

    static Response logIn(String name, String password) {
        return stranger()
                .body(Wire.write(Map.of("name", name, "password", password)))
                .post("/api/v1/account/sessions");
    }

    static String guest() {
        return stranger()
                .post("/api/v1/account/guest")
                .then()
                .statusCode(201)
                .extract()
                .cookie(COOKIE);
    }

    static String token(String session, String... scopes) {
        return browser(session)
                .body(Wire.write(Map.of("name", "for " + List.of(scopes), "scopes", scopes, "days", 1)))
                .post("/api/v1/account/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }
}
