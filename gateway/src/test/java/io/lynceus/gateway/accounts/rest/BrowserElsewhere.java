package io.lynceus.gateway.accounts.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A fresh browser at a provider, as far as that one needs a browser.
final class BrowserElsewhere {
    private static final int MOST_STEPS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NEVER)
            .build();

    /// Logs in, and gives the address of the suite that the provider sends the browser to.
    URI logIn(URI address, String subject) {
        return walk(address, interaction -> HttpRequest.newBuilder(interaction)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("prompt=login&login=" + subject)));
    }

    /// Turns back at the form, likewise.
    URI abort(URI address) {
        return walk(address, interaction -> HttpRequest.newBuilder(URI.create(interaction + "/abort")));
    }

    private interface AtTheForm {
        HttpRequest.Builder act(URI interaction);
    }

    private URI walk(URI address, AtTheForm atTheForm) {
        URI at = address;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (at.toString().startsWith(ProvidersResource.SUITE)) {
                return at;
            }
            HttpResponse<String> response =
                    send(at.getPath().startsWith("/interaction/") ? atTheForm.act(at) : HttpRequest.newBuilder(at));
            URI here = at;
            at = at.resolve(response.headers()
                    .firstValue("location")
                    .orElseThrow(() ->
                            new AssertionError(here + " answers " + response.statusCode() + ": " + response.body())));
        }
        throw new AssertionError("the provider goes round in circles: " + at);
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
