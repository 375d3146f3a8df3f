package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.config.AccountsConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/// The cookie that has the key of somebody on the way in by a provider: it makes an answer this browser's own. The page
/// that the provider sends people back to reads the answer and sends it on, so no request from elsewhere needs it.
@Singleton
class PendingLoginCookie extends SecretCookie {
    PendingLoginCookie(AccountsConfig config) {
        super("lynceus-arrival", PendingLogins.LONGEST, NewCookie.SameSite.STRICT, config);
    }
}
