package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.accounts.AccountName;
import io.lynceus.gateway.accounts.Caller;
import io.lynceus.gateway.accounts.Caller.Proof;
import io.lynceus.gateway.accounts.RateLimit;
import io.lynceus.gateway.config.AccountsConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Rate limits of addresses and accounts. Each instance of the gateway counts for itself.
@Singleton
class RequestLimits {
    private final RateLimit addresses;
    private final RateLimit users;
    private final RateLimit logins;
    private final RateLimit beginnings;

    RequestLimits(AccountsConfig config) {
        addresses = new RateLimit(config.addressBurst(), config.addressRefill());
        users = new RateLimit(config.userBurst(), config.userRefill());
        logins = new RateLimit(config.loginBurst(), config.loginRefill());
        beginnings = new RateLimit(config.beginBurst(), config.beginRefill());
    }

    void ofAddress(HttpServerRequest request) {
        take(addresses, RequestOrigin.household(request), "requests from your address");
    }

    void ofUser(String name) {
        take(users, name, "requests of your account");
    }

    /// A guess at the password of a name.
    void ofLogin(Caller caller, String name, HttpServerRequest request) {
        if (caller.proof() == Proof.THIS_MACHINE) {
            return;
        }
        take(logins, "address " + RequestOrigin.household(request), "logins from your address");
        take(logins, "name " + AccountName.key(name), "logins under this name");
    }

    /// A login at a provider.
    void ofProviderLogin(Caller caller, HttpServerRequest request) {
        if (caller.proof() != Proof.THIS_MACHINE) {
            take(logins, "address " + RequestOrigin.household(request), "logins from your address");
        }
    }

    /// A new account, or a new guest.
    void ofBeginning(Caller caller, HttpServerRequest request) {
        if (caller.proof() != Proof.THIS_MACHINE) {
            take(beginnings, RequestOrigin.household(request), "new accounts and guests at your address");
        }
    }

    private static void take(RateLimit limit, String who, String what) {
        Duration wait = limit.take(who, System.nanoTime());
        if (wait.isPositive()) {
            throw AccessProblem.tooOften(
                    "too many " + what + "; try again after " + Math.max(1, (wait.toMillis() + 999) / 1000) + " s",
                    wait);
        }
    }
}
