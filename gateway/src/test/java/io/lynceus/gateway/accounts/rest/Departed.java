package io.lynceus.gateway.accounts.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.contracts.Wire;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// A login under way in a browser of its own.
///
/// @param arrival cookie
record Departed(String provider, URI address, String arrival) {
    static final String ARRIVAL = "lynceus-arrival";

    private static final String PROVIDERS = "/api/v1/account/providers/";

    static Departed to(String provider) {
        Response response = People.stranger().post(PROVIDERS + provider + "/login");
        response.then().statusCode(200).header("Cache-Control", "no-store");
        return new Departed(provider, URI.create(response.path("address")), response.cookie(ARRIVAL));
    }

    /// The query that somebody comes back with.
    String logInAs(String subject) {
        return new BrowserElsewhere().logIn(address, subject).getRawQuery();
    }

    ValidatableResponse answer(String query) {
        return answer(query, browser());
    }

    ValidatableResponse answer(String query, RequestSpecification browser) {
        return browser.body(Wire.write(Map.of("query", query)))
                .post(PROVIDERS + provider + "/answer")
                .then();
    }

    RequestSpecification browser() {
        return People.stranger().cookie(ARRIVAL, arrival).header("Sec-Fetch-Site", "same-origin");
    }

    void lie(String name) {
        assertEquals(
                204,
                new BrowserElsewhere().get(address.resolve("/lies/" + name)).statusCode());
    }

    static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
