package io.lynceus.gateway.accounts.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.gateway.AccessRule;
import io.lynceus.gateway.AccessRules;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Scope;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of rules against the routes there are, and every rule against those whom it keeps out.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class AccessRulesIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Inject
    Accounts accounts;

    private String volunteer;
    private String operator;
    private String readingToken;

    @BeforeEach
    void signUpOnce() {
        if (volunteer != null) {
            return;
        }
        volunteer = People.signUp(People.freshName());
        operator = People.signUp(People.freshName(), Role.OPERATOR, accounts);
        readingToken = People.token(operator, "read");
    }

    static Stream<AccessRule> rulesOfRoles() {
        return AccessRules.ALL.stream().filter(rule -> rule.least() != Role.GUEST);
    }

    static Stream<AccessRule> rulesBeyondVolunteers() {
        return rulesOfRoles().filter(rule -> rule.least() != Role.VOLUNTEER);
    }

    static Stream<AccessRule> rulesOfScopes() {
        return AccessRules.ALL.stream().filter(rule -> rule.scope() != Scope.READ);
    }

    static Stream<AccessRule> rulesOfNames() {
        return AccessRules.ALL.stream().filter(rule -> rule.naming().isPresent());
    }

    static Stream<AccessRule> rulesOfChanges() {
        return AccessRules.ALL.stream().filter(rule -> !rule.method().equals("GET"));
    }

    private static ValidatableResponse ask(AccessRule rule, RequestSpecification who) {
        String path = rule.path()
                        .replace("{number}", "1")
                        .replace("account/tokens/{id}", "account/tokens/1")
                        .replaceAll("\\{\\w+}", "somebody-else")
                + rule.naming()
                        .filter(naming -> naming.place() == AccessRule.Place.QUERY)
                        .map(naming -> "?" + naming.field() + "=somebody-else")
                        .orElse("");
        String body = rule.naming()
                .map(naming -> "{\"" + naming.field() + "\": \"somebody-else\"}")
                .orElse("{}");
        if (rule.method().equals("POST") && rule.path().contains("/imports/")) {
            who.contentType("text/csv");
        }
        if (rule.method().equals("POST") && rule.path().equals("/api/v1/surveys")) {
            return who.contentType("application/octet-stream")
                    .body(body.getBytes(StandardCharsets.UTF_8))
                    .post(path)
                    .then();
        }
        return (rule.method().equals("GET") ? who : who.body(body))
                .request(rule.method(), path)
                .then();
    }

    @Test
    void everyRouteOfTheOpenApiDocumentHasARuleAndEveryRuleARoute() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        Set<String> routes = new TreeSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> ruled = AccessRules.ALL.stream()
                .map(rule -> rule.method() + " " + rule.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", ruled), String.join("\n", routes));
    }

    @ParameterizedTest
    @MethodSource("rulesOfRoles")
    void strangerIsAskedToLogIn(AccessRule rule) {
        ask(rule, People.stranger())
                .statusCode(401)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .header("WWW-Authenticate", is("Bearer realm=\"lynceus\""))
                .body("detail", containsString(rule.least().wireName()));
    }

    @ParameterizedTest
    @MethodSource("rulesBeyondVolunteers")
    void volunteerIsKeptFromWhatTakesMore(AccessRule rule) {
        ask(rule, People.browser(volunteer))
                .statusCode(403)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .body(
                        "detail",
                        containsString("this takes the role " + rule.least().wireName()));
    }

    @ParameterizedTest
    @MethodSource("rulesOfScopes")
    void tokenIsKeptFromWhatItHasNoScopeFor(AccessRule rule) {
        ask(rule, People.script(readingToken))
                .statusCode(403)
                .body(
                        "detail",
                        containsString("this takes the scope " + rule.scope().wireName()));
    }

    @ParameterizedTest
    @MethodSource("rulesOfNames")
    void nobodyActsInTheNameOfAnother(AccessRule rule) {
        ask(rule, People.browser(operator))
                .statusCode(403)
                .body("detail", containsString("cannot act as 'somebody-else'"));
    }

    static Stream<AccessRule> rulesOfNamesInBodies() {
        return rulesOfNames().filter(rule -> rule.naming().orElseThrow().place() == AccessRule.Place.BODY);
    }

    /// 20261123 could be somebody's name, and becomes one where a string is expected.
    @ParameterizedTest
    @MethodSource("rulesOfNamesInBodies")
    void nobodyActsInTheNameOfAnotherByANumber(AccessRule rule) {
        String field = rule.naming().orElseThrow().field();
        People.browser(operator)
                .body("{\"" + field + "\": 20261123}")
                .request(rule.method(), rule.path().replaceAll("\\{\\w+}", "lx-gezdgnbvgy3t"))
                .then()
                .statusCode(422)
                .body("detail", is(field + " must be a string"));
    }

    @ParameterizedTest
    @MethodSource("rulesOfChanges")
    void pageOfAnotherSiteChangesNothing(AccessRule rule) {
        ask(rule, People.stranger().cookie(People.COOKIE, operator).header("Sec-Fetch-Site", "cross-site"))
                .statusCode(403)
                .body("detail", containsString("a page of another site"));
    }
}
