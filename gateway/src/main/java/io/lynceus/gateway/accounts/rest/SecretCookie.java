package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.config.AccountsConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/// A cookie with a key. Scripts cannot read it, and only pages of this host send it. Where the suite has https, the
/// cookie is sent over https alone.
///
/// Over https its name begins with `__Host-`: a browser accepts such a cookie from no other host of the domain (RFC
/// 6265bis, section 4.1.3.2).
abstract class SecretCookie {
    private static final String OF_THIS_HOST = "__Host-";

    private final String name;
    private final Duration longest;
    private final NewCookie.SameSite sameSite;
    private final AccountsConfig config;

    SecretCookie(String name, Duration longest, NewCookie.SameSite sameSite, AccountsConfig config) {
        this.name = name;
        this.longest = longest;
        this.sameSite = sameSite;
        this.config = config;
    }

    Optional<Secret> read(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(nameFor(request))).map(cookie -> Secret.shown(cookie.getValue()));
    }

    NewCookie write(Secret secret, HttpServerRequest request) {
        return cookie(secret.text(), (int) longest.toSeconds(), request);
    }

    NewCookie erase(HttpServerRequest request) {
        return cookie("", 0, request);
    }

    boolean isSecure(HttpServerRequest request) {
        return config.https() || "https".equals(request.scheme());
    }

    private String nameFor(HttpServerRequest request) {
        return isSecure(request) ? OF_THIS_HOST + name : name;
    }

    private NewCookie cookie(String value, int maxAgeSeconds, HttpServerRequest request) {
        return new NewCookie.Builder(nameFor(request))
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(sameSite)
                .build();
    }
}
