package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.config.AccountsConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/// The cookie with the key of a pending login, which binds the provider's answer to this browser. Our page reads the
/// answer and sends it on, so no request from another site needs the cookie.
@Singleton
class PendingLoginCookie extends SecretCookie {
    PendingLoginCookie(AccountsConfig config) {
        super("lynceus-arrival", PendingLogins.LONGEST, NewCookie.SameSite.STRICT, config);
    }
}
