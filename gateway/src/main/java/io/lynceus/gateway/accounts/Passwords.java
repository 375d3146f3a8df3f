package io.lynceus.gateway.accounts;

import java.util.Optional;

/// Hashes passwords and rates their strength.
public interface Passwords {
    String hash(String password);

    /// Whether a password matches the hash. Without a hash, the answer takes as long.
    boolean matches(String password, Optional<String> hash);

    /// Number of guesses [log10] for an attacker with common passwords and the owner's name.
    double log10Guesses(String password, String name);
}
