package io.lynceus.gateway.accounts.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Security headers on every answer, of pages and API alike.
///
/// The pages themselves say what they may load; this policy forbids framing them.
@ApplicationScoped
class SecurityHeaders {
    private static final int FIRST = 1000;

    /// A year, as the HSTS preload list asks for at least.
    private static final String A_YEAR_OF_HTTPS = "max-age=31536000";

    private final SessionCookie cookie;

    SecurityHeaders(SessionCookie cookie) {
        this.cookie = cookie;
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "frame-ancestors 'none'");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (cookie.isSecure(context.request())) {
            headers.set("Strict-Transport-Security", A_YEAR_OF_HTTPS);
        }
        context.next();
    }
}
