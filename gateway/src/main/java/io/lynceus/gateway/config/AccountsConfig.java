package io.lynceus.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Settings of accounts.
@ConfigMapping(prefix = "lynceus.accounts")
public interface AccountsConfig {
    /// Whether writing requires an account. If not, callers at this machine may do everything, and all others are
    /// guests.
    @WithDefault("true")
    boolean required();

    /// One-time code: the first account that signs up with it is the first operator's.
    Optional<String> firstOperatorCode();

    /// Whether users may sign up and log in with a password. If not, they use a provider.
    @WithDefault("true")
    boolean passwords();

    /// Login providers, besides or in place of passwords, by an id of one word, e.g. `orcid`.
    Map<String, Provider> providers();

    /// Timeout of a provider for the connection, and again for the answer.
    @WithDefault("5s")
    Duration providerTimeout();

    /// Whether the gateway is reached by https only, also behind a proxy that ends TLS.
    @WithDefault("false")
    boolean https();

    /// A session ends after this time without use.
    @WithDefault("7d")
    Duration sessionIdle();

    /// A session ends at this time after the login, used or not.
    @WithDefault("30d")
    Duration sessionLongest();

    /// Labels that a guest may try in a session.
    @WithDefault("10")
    int guestLabels();

    /// Burst of requests from an address without an account.
    @WithDefault("300")
    int addressBurst();

    /// Time until one more is allowed.
    @WithDefault("20ms")
    Duration addressRefill();

    /// Burst of requests of an account.
    @WithDefault("600")
    int userBurst();

    /// Time until one more is allowed.
    @WithDefault("10ms")
    Duration userRefill();

    /// Burst of logins from an address, and for a name.
    @WithDefault("10")
    int loginBurst();

    /// Time until one more is allowed.
    @WithDefault("10s")
    Duration loginRefill();

    /// Burst of new accounts and guests' sessions from an address.
    @WithDefault("10")
    int beginBurst();

    /// Time until one more is allowed.
    @WithDefault("1m")
    Duration beginRefill();

    /// A login provider. Its redirect address is `/account/` and the provider's id, at the public URL of the gateway.
    interface Provider {
        /// How a provider proves an identity.
        enum Kind {
            /// By an ID token: OpenID Connect with discovery.
            OPENID,
            /// By an answer of its API: GitHub.
            GITHUB
        }

        @WithDefault("openid")
        Kind kind();

        /// Its issuer address, e.g. `https://orcid.org`. For GitHub, `https://github.com` unless it is an Enterprise
        /// Server.
        Optional<URI> issuer();

        /// Id of the suite at the provider.
        String clientId();

        String clientSecret();

        /// Name of the provider for users, e.g. `ORCID`.
        String title();
    }
}
