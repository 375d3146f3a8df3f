package io.lynceus.gateway.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final String PASSWORD = "orbit lamp violin thaw";
    private static final Secret CODE = Secret.shown("of ada");

    private final List<String> work = new ArrayList<>();
    private final Recovery recovery = new Recovery(new CodesOfAda(), new CountedPasswords());

    @Test
    void rightCodeWrongCodeAndUnknownNameCostOneHashEach() {
        assertEquals(
                "ada",
                recovery.recover("ada", CODE, PASSWORD, Instant.EPOCH)
                        .orElseThrow()
                        .name());
        List<String> right = List.copyOf(work);
        work.clear();
        assertEquals(Optional.empty(), recovery.recover("ada", Secret.shown("guess"), PASSWORD, Instant.EPOCH));
        assertEquals(right, work);
        work.clear();
        assertEquals(Optional.empty(), recovery.recover("eve", CODE, PASSWORD, Instant.EPOCH));
        assertEquals(right, work);
        assertEquals(List.of("judge", "hash", "redeem"), right);
    }

    @Test
    void weakPasswordUsesNoCodeUp() {
        assertThrows(IllegalArgumentException.class, () -> recovery.recover("ada", CODE, "guessable!", Instant.EPOCH));
        assertThrows(IllegalArgumentException.class, () -> recovery.recover("ada", CODE, "short", Instant.EPOCH));
        assertEquals(List.of("judge"), work);
    }

    /// A judge would look for every part of it in the password.
    @Test
    void endlessNameIsNotLookedFor() {
        assertEquals(Optional.empty(), recovery.recover("eve".repeat(10_000), CODE, PASSWORD, Instant.EPOCH));
        assertEquals(List.of("judge", "hash", "redeem"), work);
    }

    private final class CountedPasswords implements Passwords {
        @Override
        public String hash(String password) {
            work.add("hash");
            return password;
        }

        @Override
        public boolean matches(String password, Optional<String> hash) {
            throw new AssertionError("no password is asked for");
        }

        @Override
        public double log10Guesses(String password, String name) {
            work.add(name.length() <= 80 ? "judge" : "judge by a name of " + name.length());
            return password.startsWith("guess") ? 3 : 12;
        }
    }

    private final class CodesOfAda implements RecoveryCodes {
        @Override
        public Optional<IssuedCode> issue(String name, Instant now) {
            throw new AssertionError("nobody makes a code");
        }

        @Override
        public Optional<Account> redeem(String name, Secret code, String passwordHash, Instant now) {
            work.add("redeem");
            return name.equals("ada") && code.text().equals(CODE.text())
                    ? Optional.of(new Account(1, name, Role.VOLUNTEER))
                    : Optional.empty();
        }

        @Override
        public void sweep(Instant now) {
            throw new AssertionError("nobody sweeps");
        }
    }
}
