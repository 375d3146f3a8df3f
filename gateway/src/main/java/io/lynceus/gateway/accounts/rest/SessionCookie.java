package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.config.AccountsConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/// The cookie with the key of a session.
@Singleton
class SessionCookie extends SecretCookie {
    SessionCookie(AccountsConfig config) {
        super("lynceus-session", config.sessionLongest(), NewCookie.SameSite.LAX, config);
    }
}
