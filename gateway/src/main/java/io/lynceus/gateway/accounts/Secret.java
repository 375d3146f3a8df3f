package io.lynceus.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// What a session or a token is shown by: 256 random bits. Its owner alone has it, and the suite its SHA-256, which
/// needs no salt and no slowness where nothing can be guessed.
public final class Secret {
    private static final int BYTES = 32;

    /// As it travels is no longer than this [characters].
    private static final int LONGEST = 100;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /// A new one.
    ///
    /// @param beginning tells people and programs that look for leaked secrets what this is
    /// @param random cryptographically strong
    public static Secret next(String beginning, RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(beginning + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// One that somebody shows; may be anything.
    public static Secret shown(String text) {
        return new Secret(text.length() <= LONGEST ? text : "");
    }

    /// As its owner gets it, once.
    public String text() {
        return text;
    }

    /// SHA-256 [32 bytes].
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Not the secret: this may end in a log.
    @Override
    public String toString() {
        return "Secret[...]";
    }
}
