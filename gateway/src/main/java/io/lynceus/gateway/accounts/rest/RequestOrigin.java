package io.lynceus.gateway.accounts.rest;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a request comes from.
final class RequestOrigin {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private RequestOrigin() {}

    /// Refuses requests that another site makes a browser send in the name of its user.
    ///
    /// A browser sends the origin of a page in `Sec-Fetch-Site`, and over plain http in `Origin`. No page can
    /// change these headers, and a request with a cookie must have one of them. A request without a cookie and
    /// without them does not come from a browser, and has no user to act for.
    ///
    /// Source: W3C Fetch Metadata Request Headers; OWASP Cross-Site Request Forgery Prevention Cheat Sheet.
    static void requireOwnPage(HttpServerRequest request, boolean withCookie) {
        if (SAFE_METHODS.contains(request.method().name())) {
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean own = site != null ? OWN_SITES.contains(site) : origin != null ? isOwn(origin, request) : !withCookie;
        if (!own) {
            throw AccessProblem.forbidden("this comes from a page of another site"
                    + (origin == null ? "" : " (" + abridged(origin) + ")")
                    + "; programs use an API token in place of a cookie");
        }
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether a request was made at this machine, under one of its own names. The name is checked because another
    /// site's name can point to this machine.
    static boolean isThisMachine(HttpServerRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && request.authority() != null
                && THIS_MACHINE.contains(request.authority().host())
                && isLoopback(request.remoteAddress().hostAddress());
    }

    private static boolean isLoopback(@Nullable String address) {
        return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
    }

    /// The key for rate limits: an IPv4 address, or the 64 bits of an IPv6 address that a household shares.
    static String household(HttpServerRequest request) {
        String address = String.valueOf(request.remoteAddress().hostAddress());
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4 ? address : HexFormat.of().formatHex(bytes, 0, 8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String abridged(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
