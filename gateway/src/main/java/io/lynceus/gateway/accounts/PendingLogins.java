package io.lynceus.gateway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps logins at providers that are not complete: attempts that wait for the provider's answer, and new users who
/// have no name yet. Each has a key, which only the user's browser has.
public interface PendingLogins {
    /// Maximum duration of a login attempt, and of choosing a name after it.
    Duration LONGEST = Duration.ofMinutes(15);

    /// A user with an identity at a provider and without an account.
    ///
    /// @param provider id of the provider
    record Newcomer(String provider, Credential.Identity identity) {}

    Secret addAttempt(LoginAttempt attempt, Instant now);

    /// Takes out the attempt of a browser, so that no attempt is used twice.
    Optional<LoginAttempt> takeAttempt(Secret secret, Instant now);

    Secret addNewcomer(Newcomer newcomer, Instant now);

    Optional<Newcomer> newcomer(Secret secret, Instant now);

    /// Forgets the login with this key.
    void forget(Secret secret);

    /// Forgets expired logins.
    void sweep(Instant now);
}
