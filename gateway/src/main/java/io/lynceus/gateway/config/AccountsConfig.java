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
    /// Whether writing takes an account. If not, whoever asks from this machine may do everything; all others are
    /// guests.
    @WithDefault("true")
    boolean required();

    /// Makes the first account that is signed up with it the first operator's.
    Optional<String> firstOperatorCode();

    /// Whether people may sign up and log in with a password here. If not, they do by a provider.
    @WithDefault("true")
    boolean passwords();

    /// Who logs people in, besides or in place of passwords, by an id of one word, e.g. `orcid`.
    Map<String, Provider> providers();

    /// How long a provider may take to connect, and to answer.
    @WithDefault("5s")
    Duration providerTimeout();

    /// Whether people reach the gateway by https only, also where a proxy in front of it ends TLS.
    @WithDefault("false")
    boolean https();

    /// A session ends when it was not used for so long.
    @WithDefault("7d")
    Duration sessionIdle();

    /// A session ends so long after the login, used or not.
    @WithDefault("30d")
    Duration sessionLongest();

    /// Labels that a guest may try in a session.
    @WithDefault("10")
    int guestLabels();

    /// Requests at once of an address without an account.
    @WithDefault("300")
    int addressBurst();

    /// Time for one more.
    @WithDefault("20ms")
    Duration addressRefill();

    /// Requests at once of an account.
    @WithDefault("600")
    int userBurst();

    /// Time for one more.
    @WithDefault("10ms")
    Duration userRefill();

    /// Logins at once, of an address and for a name.
    @WithDefault("10")
    int loginBurst();

    /// Time for one more.
    @WithDefault("10s")
    Duration loginRefill();

    /// Accounts and guests' sessions at once that begin at an address.
    @WithDefault("10")
    int beginBurst();

    /// Time for one more.
    @WithDefault("1m")
    Duration beginRefill();

    /// A provider that knows the suite as a client. Where it sends people back to is `/account/` and its id, at the
    /// public URL of the gateway.
    interface Provider {
        /// How a provider says who came.
        enum Kind {
            /// By an ID token: OpenID Connect with discovery.
            OPENID,
            /// When it is asked: GitHub.
            GITHUB
        }

        @WithDefault("openid")
        Kind kind();

        /// Its address, as it calls itself, e.g. `https://orcid.org`. A GitHub's is `https://github.com`, unless it is
        /// an Enterprise Server.
        Optional<URI> issuer();

        /// What the provider calls the suite.
        String clientId();

        String clientSecret();

        /// What people know the provider as, e.g. `ORCID`.
        String title();
    }
}
