package io.lynceus.gateway.accounts;

import java.util.Optional;

/// How passwords are kept and judged.
public interface Passwords {
    String hash(String password);

    /// Whether a password is the one of the hash; takes as long where there is no hash.
    boolean matches(String password, Optional<String> hash);

    /// How many guesses an informed attacker needs [log10], who knows common passwords and the owner's name.
    double log10Guesses(String password, String name);
}
