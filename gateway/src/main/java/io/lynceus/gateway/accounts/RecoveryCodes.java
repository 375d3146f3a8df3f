package io.lynceus.gateway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where one-time codes are kept by which the owner of an account sets a new password in place of a lost one: one at a
/// time for an account, the latest. Names are the same in upper and lower case.
public interface RecoveryCodes {
    /// A code is good for so long.
    Duration LONGEST = Duration.ofHours(24);

    /// @param code to be had now and never again
    record Issued(Account account, Secret code, Instant expiresAt) {}

    /// A new code, in place of the one before; empty if no account with a password has the name.
    Optional<Issued> issue(String name, Instant now);

    /// Uses up a code: the account has the new password, and all that the old one opened is shut, sessions and tokens.
    /// Empty, and nothing changed, unless the code is the account's and has not expired.
    Optional<Account> redeem(String name, Secret code, String passwordHash, Instant now);

    /// Forgets codes that have expired.
    void sweep(Instant now);
}
