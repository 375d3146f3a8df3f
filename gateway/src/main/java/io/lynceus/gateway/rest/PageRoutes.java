package io.lynceus.gateway.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/// Answers at the address of every page with the one document they all start from, so that a link leads to its page.
///
/// That document names the scripts of its build and is asked for anew each time; the scripts, whose names change with
/// their content, are kept by browsers.
class PageRoutes {
    /// The paths that `App.svelte` knows; what is at no other stays a 404.
    private static final String PAGES =
            "/(|sources/[^/]+|classify|surveys|surveys/[^/]+|label|live|models|account|account/[^/]+)";

    private static final String START = "/index.html";

    void register(@Observes Router router) {
        router.routeWithRegex(PAGES)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> context.reroute(START));
        router.route(START).handler(context -> {
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            context.next();
        });
    }
}
