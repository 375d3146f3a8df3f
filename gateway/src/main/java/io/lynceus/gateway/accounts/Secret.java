package io.lynceus.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// The secret of a session or a token: 256 random bits. Its owner has the secret, and the suite its SHA-256. A hash of
/// random bits cannot be guessed, so it needs neither salt nor slowness.
public final class Secret {
    private static final int BYTES = 32;

    /// Maximum length of the text [characters].
    private static final int LONGEST = 100;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /// Makes a secret.
    ///
    /// @param beginning prefix that tells users and secret scanners what the text is
    /// @param random cryptographically strong
    public static Secret next(String beginning, RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(beginning + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// A secret as received, which may be any text.
    public static Secret shown(String text) {
        return new Secret(text.length() <= LONGEST ? text : "");
    }

    /// The text for the owner, shown once.
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

    /// Without the secret, since the text may be logged.
    @Override
    public String toString() {
        return "Secret[...]";
    }
}
