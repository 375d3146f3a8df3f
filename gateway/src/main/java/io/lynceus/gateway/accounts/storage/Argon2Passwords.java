package io.lynceus.gateway.accounts.storage;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.lynceus.gateway.accounts.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id in PHC string format.
///
/// Source: RFC 9106; the cost is the least that OWASP's Password Storage Cheat Sheet recommends, 19 MiB and two passes,
/// so that a service of 192 MB of heap can afford two at once.
@ApplicationScoped
class Argon2Passwords implements Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;

    /// Guessing looks at every part of a password against every other; this many characters are enough to judge one.
    private static final int JUDGED = 60;

    private static final String FORM = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s";

    private final SecureRandom random = new SecureRandom();
    private final Zxcvbn judge = new Zxcvbn();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final String nobodys = hash("nobody's");

    @Override
    public final String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2id(password, salt, MEMORY_KIB, PASSES, LANES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return FORM.formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    @Override
    public boolean matches(String password, Optional<String> hash) {
        String[] parts = hash.orElse(nobodys).split("\\$");
        String[] cost = parts[3].split("[=,]");
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] given = argon2id(
                password,
                base64.decode(parts[4]),
                Integer.parseInt(cost[1]),
                Integer.parseInt(cost[3]),
                Integer.parseInt(cost[5]));
        return MessageDigest.isEqual(base64.decode(parts[5]), given) && hash.isPresent();
    }

    @Override
    public double log10Guesses(String password, String name) {
        String judged = password.length() <= JUDGED ? password : password.substring(0, JUDGED);
        return judge.measure(judged, List.of(name, "lynceus")).getGuessesLog10();
    }

    private byte[] argon2id(String password, byte[] salt, int memoryKib, int passes, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        turns.acquireUninterruptibly();
        try {
            generator.generateBytes(
                    Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            turns.release();
        }
        return hash;
    }
}
