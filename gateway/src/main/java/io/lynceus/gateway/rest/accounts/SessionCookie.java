package io.lynceus.gateway.rest.accounts;

import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.config.AccountsConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;

/// The cookie that has a session's key: out of reach of scripts, sent to this host and by its own pages only, and over
/// https alone where the suite is reached so.
///
/// Over https its name begins with `__Host-`: a browser takes such a cookie from no other host of the domain (RFC
/// 6265bis,
/// section 4.1.3.2).
@Singleton
class SessionCookie {
    private static final String NAME = "lynceus-session";
    private static final String SECURE_NAME = "__Host-" + NAME;

    private final AccountsConfig config;

    SessionCookie(AccountsConfig config) {
        this.config = config;
    }

    Optional<Secret> read(Map<String, Cookie> cookies, HttpServerRequest request) {
        return Optional.ofNullable(cookies.get(isSecure(request) ? SECURE_NAME : NAME))
                .map(cookie -> Secret.shown(cookie.getValue()));
    }

    NewCookie write(Secret secret, HttpServerRequest request) {
        return cookie(secret.text(), (int) config.sessionLongest().toSeconds(), request);
    }

    NewCookie erase(HttpServerRequest request) {
        return cookie("", 0, request);
    }

    boolean isSecure(HttpServerRequest request) {
        return config.https() || "https".equals(request.scheme());
    }

    private NewCookie cookie(String value, int maxAgeSeconds, HttpServerRequest request) {
        boolean secure = isSecure(request);
        return new NewCookie.Builder(secure ? SECURE_NAME : NAME)
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
