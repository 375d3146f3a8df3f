package io.lynceus.gateway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps one-time codes for new passwords. An account has one valid code, the latest. Names are case-insensitive.
public interface RecoveryCodes {
    /// Lifetime of a code.
    Duration LONGEST = Duration.ofHours(24);

    /// @param code shown only now
    record IssuedCode(Account account, Secret code, Instant expiresAt) {}

    /// Issues a code in place of the one before; empty if no account with a password has the name.
    Optional<IssuedCode> issue(String name, Instant now);

    /// Uses a code up: sets the new password and ends the account's sessions and tokens. Empty, and nothing is changed,
    /// if the code is wrong or has expired.
    Optional<Account> redeem(String name, Secret code, String passwordHash, Instant now);

    /// Forgets codes that have expired.
    void sweep(Instant now);
}
