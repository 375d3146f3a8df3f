package io.lynceus.gateway.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/// Serves the one start document at the address of every page, so that links to pages work.
///
/// The document names the scripts of its build, so browsers revalidate it each time. The names of the scripts change
/// with their content, so browsers cache them.
class PageRoutes {
    /// The paths that `App.svelte` knows; all others stay 404.
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
