package io.lynceus.gateway.accounts.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.startsWith;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The suite as it is opened to others: accounts required, behind a proxy of ours that ends TLS.
@QuarkusTest
@TestProfile(RequiredAccountsIT.OpenedToOthers.class)
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class RequiredAccountsIT {
    private static final String CODE = "first-operator-of-the-tests";

    public static final class OpenedToOthers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lynceus.accounts.https", "true",
                    "lynceus.accounts.first-operator-code", CODE,
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TightLimits.class));
        }
    }

    /// Comes after the other resources, whose settings would win over a profile's.
    public static final class TightLimits implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of(
                    "lynceus.accounts.required", "true",
                    "lynceus.accounts.login-burst", "3",
                    "lynceus.accounts.login-refill", "1h",
                    "lynceus.accounts.begin-burst", "5",
                    "lynceus.accounts.begin-refill", "1h",
                    "lynceus.accounts.address-burst", "20",
                    "lynceus.accounts.address-refill", "1h",
                    "lynceus.accounts.user-burst", "30",
                    "lynceus.accounts.user-refill", "1h");
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public void stop() {
            // Nothing was started.
        }
    }

    @Inject
    DataSource database;

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address).contentType("application/json");
    }

    private static ValidatableResponse signUp(String address, Map<String, String> wish) {
        return from(address).body(Wire.write(wish)).post("/api/v1/account").then();
    }

    private static void isRefusedForNow(ValidatableResponse answer, String what) {
        answer.statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesRegex("[1-9][0-9]*"))
                .body("detail", startsWith("too many " + what));
    }

    @Test
    void thisMachineIsAStrangerToo() {
        given().get("/api/v1/account")
                .then()
                .statusCode(200)
                .body("role", is("guest"))
                .body("proof", is("none"))
                .body("accounts_required", is(true));
        given().post("/api/v1/labels/recompute").then().statusCode(401);
        given().contentType("application/json")
                .body("{\"user\": \"ada\", \"answer\": \"AGN\"}")
                .post("/api/v1/sources/" + Peers.SOURCE + "/votes")
                .then()
                .statusCode(401);
        given().get("/api/v1/sources/" + Peers.SOURCE).then().statusCode(200);
    }

    @Test
    void cookieAndPagesAreForHttpsOnly() {
        signUp("198.51.100.1", Map.of("name", People.freshName() + "-https", "password", People.PASSWORD))
                .statusCode(201)
                .header(
                        "Set-Cookie",
                        allOf(
                                startsWith("__Host-" + People.COOKIE + "="),
                                containsString("Secure"),
                                containsString("HttpOnly")))
                .header("Strict-Transport-Security", is("max-age=31536000"));
    }

    @Test
    void codeMakesTheFirstOperatorOnce() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE accounts SET role = 'volunteer'");
        }
        Map<String, String> ada =
                Map.of("name", People.freshName() + "-first", "password", People.PASSWORD, "code", CODE);
        Map<String, String> eve =
                Map.of("name", People.freshName() + "-second", "password", People.PASSWORD, "code", CODE);
        from("198.51.100.2").get("/api/v1/account").then().body("operator_awaited", is(true));
        signUp("198.51.100.2", Map.of("name", "eve-guesses", "password", People.PASSWORD, "code", "guess"))
                .statusCode(422);
        signUp("198.51.100.2", ada).statusCode(201).body("role", is("operator"));
        signUp("198.51.100.2", eve).statusCode(422).body("detail", containsString("was used"));
        from("198.51.100.2").get("/api/v1/account").then().body("operator_awaited", is(false));
    }

    @Test
    void guessesAtAPasswordAreFewWhereverTheyComeFrom() {
        for (int i = 0; i < 3; i++) {
            logIn("198.51.100." + (10 + i)).statusCode(401);
        }
        isRefusedForNow(logIn("198.51.100.13"), "logins under this name");
        for (int i = 0; i < 3; i++) {
            logIn("198.51.100.14", "another-" + i).statusCode(401);
        }
        isRefusedForNow(logIn("198.51.100.14", "yet-another"), "logins from your address");
    }

    /// A code has too many bits to be guessed, but each guess costs a hash.
    @Test
    void guessesAtACodeAreAsFewAndCountWithThose() {
        for (int i = 0; i < 3; i++) {
            recover("198.51.100." + (40 + i), "Recovered-At").statusCode(401);
        }
        isRefusedForNow(recover("198.51.100.43", "recovered-at"), "logins under this name");
        isRefusedForNow(logIn("198.51.100.44", "Recovered-At"), "logins under this name");
        for (int i = 0; i < 3; i++) {
            recover("198.51.100.45", "recovered-" + i).statusCode(401);
        }
        isRefusedForNow(recover("198.51.100.45", "recovered-yet"), "logins from your address");
    }

    private static ValidatableResponse recover(String address, String name) {
        return from(address)
                .body(Wire.write(Map.of("name", name, "code", "guess", "password", People.PASSWORD)))
                .post("/api/v1/account/recovery")
                .then();
    }

    private static ValidatableResponse logIn(String address) {
        return logIn(address, "Guessed-At");
    }

    private static ValidatableResponse logIn(String address, String name) {
        return from(address)
                .body(Wire.write(Map.of("name", name, "password", "guess")))
                .post("/api/v1/account/sessions")
                .then();
    }

    @Test
    void guestsDoNotComeByTheDozen() {
        for (int i = 0; i < 5; i++) {
            from("198.51.100.20").post("/api/v1/account/guest").then().statusCode(201);
        }
        isRefusedForNow(from("198.51.100.20").post("/api/v1/account/guest").then(), "new accounts and guests");
        from("198.51.100.21").post("/api/v1/account/guest").then().statusCode(201);
    }

    @Test
    void addressWithoutAnAccountIsLimitedAndAHouseholdIsOneAddress() {
        for (int i = 0; i < 20; i++) {
            from("2001:db8:1:2::" + i).get("/api/v1/models").then().statusCode(200);
        }
        isRefusedForNow(from("2001:db8:1:2::ffff").get("/api/v1/models").then(), "requests from your address");
        from("2001:db8:1:3::1").get("/api/v1/models").then().statusCode(200);
        from("2001:db8:1:2::1").get("/q/health/live").then().statusCode(200);
    }

    @Test
    void accountIsLimitedWhereverItIsUsed() {
        String name = People.freshName() + "-busy";
        String session = signUp("198.51.100.30", Map.of("name", name, "password", People.PASSWORD))
                .extract()
                .cookie("__Host-" + People.COOKIE);
        for (int i = 0; i < 30; i++) {
            from("198.51.100." + (31 + i))
                    .cookie("__Host-" + People.COOKIE, session)
                    .get("/api/v1/models")
                    .then()
                    .statusCode(200);
        }
        isRefusedForNow(
                from("198.51.100.99")
                        .cookie("__Host-" + People.COOKIE, session)
                        .get("/api/v1/models")
                        .then(),
                "requests of your account");
    }
}
