package io.lynceus.gateway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where people are kept on their way in by a provider: those who were sent there, and those who came back for the
/// first time and are yet to pick a name. Each is known by a key that their browser alone has.
public interface PendingLogins {
    /// A login at a provider takes no longer, nor does picking a name.
    Duration LONGEST = Duration.ofMinutes(15);

    /// Somebody of whom a provider said who they are, and who has no account.
    ///
    /// @param provider by its id
    record Newcomer(String provider, Credential.Identity identity) {}

    Secret expect(LoginAttempt attempt, Instant now);

    /// The attempt of a browser, which is over with that: nothing is answered twice.
    Optional<LoginAttempt> take(Secret secret, Instant now);

    Secret welcome(Newcomer newcomer, Instant now);

    Optional<Newcomer> newcomer(Secret secret, Instant now);

    /// Forgets whoever is known by this key.
    void forget(Secret secret);

    /// Forgets those who took too long.
    void sweep(Instant now);
}
