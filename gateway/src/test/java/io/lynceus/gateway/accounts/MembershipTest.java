package io.lynceus.gateway.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.Credential.PasswordHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipTest {
    private static final String PASSWORD = "orbit lamp violin thaw";
    private static final String CODE = "one-time";
    private static final Instant NOW = Instant.EPOCH;

    private final List<Optional<String>> compared = new ArrayList<>();
    private final Membership membership =
            new Membership(new Register(), new PlainPasswords(compared), Optional.of(CODE));

    @Test
    void newAccountIsAVolunteersAndItsOwnerComesIn() {
        Account ada = membership.signUp("Ada", PASSWORD, NOW);
        assertEquals(Role.VOLUNTEER, ada.role());
        assertEquals(Optional.of(ada), membership.logIn("ada", PASSWORD));
        assertEquals(Optional.empty(), membership.logIn("ada", PASSWORD + "!"));
    }

    @Test
    void unknownNameCostsAComparisonToo() {
        assertEquals(Optional.empty(), membership.logIn("nobody", PASSWORD));
        assertEquals(List.of(Optional.empty()), compared);
    }

    @Test
    void nameIsTakenInAnyLetters() {
        membership.signUp("Ada", PASSWORD, NOW);
        assertThrows(NameTaken.class, () -> membership.signUp("aDA", PASSWORD, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "guessable!"})
    void weakPasswordIsRefusedWithoutBeingRepeated(String password) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> membership.signUp("ada", password, NOW));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("password "));
        assertTrue(password.isEmpty() || !String.valueOf(refused.getMessage()).contains(password));
    }

    @Test
    void endlessPasswordIsNeitherTakenNorCompared() {
        String endless = PASSWORD.repeat(10_000);
        assertThrows(IllegalArgumentException.class, () -> membership.signUp("ada", endless, NOW));
        membership.signUp("ada", PASSWORD, NOW);
        assertEquals(Optional.empty(), membership.logIn("ada", endless));
    }

    @Test
    void codeMakesOneOperatorOnly() {
        assertTrue(membership.awaitsOperator());
        assertThrows(
                IllegalArgumentException.class, () -> membership.signUpFirstOperator("eve", PASSWORD, "guess", NOW));
        assertEquals(
                Role.OPERATOR,
                membership.signUpFirstOperator("ada", PASSWORD, CODE, NOW).role());
        assertFalse(membership.awaitsOperator());
        assertThrows(IllegalArgumentException.class, () -> membership.signUpFirstOperator("eve", PASSWORD, CODE, NOW));
    }

    @Test
    void withoutACodeNoneIsRight() {
        Membership codeless = new Membership(new Register(), new PlainPasswords(compared), Optional.empty());
        assertFalse(codeless.awaitsOperator());
        assertThrows(IllegalArgumentException.class, () -> codeless.signUpFirstOperator("eve", PASSWORD, "", NOW));
    }

    @Test
    void newPasswordTakesThePlaceOfTheOld() {
        Account ada = membership.signUp("ada", PASSWORD, NOW);
        assertTrue(membership.isPasswordOf(ada, PASSWORD));
        membership.changePassword(ada, "maple radar cosmos tin");
        assertFalse(membership.isPasswordOf(ada, PASSWORD));
        assertThrows(IllegalArgumentException.class, () -> membership.changePassword(ada, "short"));
        assertTrue(membership.isPasswordOf(ada, "maple radar cosmos tin"));
    }

    @Test
    void whoLogsInElsewhereHasNoPasswordAndOneAccount() {
        Identity ada = new Identity("https://campus.example", "ada");
        Account account = membership.signUp("Ada", ada, Optional.empty(), NOW);
        assertFalse(membership.hasPassword(account));
        assertEquals(Optional.empty(), membership.logIn("ada", ""));
        assertEquals(account, membership.signUp("Another", ada, Optional.empty(), NOW));
        Identity eve = new Identity("https://elsewhere.example", "ada");
        assertThrows(NameTaken.class, () -> membership.signUp("ada", eve, Optional.empty(), NOW));
        assertTrue(membership.hasPassword(membership.signUp("eve", PASSWORD, NOW)));
    }

    @Test
    void codeMakesAnOperatorOfWhoLogsInElsewhere() {
        Identity ada = new Identity("https://campus.example", "ada");
        assertThrows(IllegalArgumentException.class, () -> membership.signUp("ada", ada, Optional.of("guess"), NOW));
        assertEquals(
                Role.OPERATOR,
                membership.signUp("ada", ada, Optional.of(CODE), NOW).role());
    }

    /// Keeps passwords as they are, and those that begin with "guess" for guessable.
    private record PlainPasswords(List<Optional<String>> compared) implements Passwords {
        @Override
        public String hash(String password) {
            return password;
        }

        @Override
        public boolean matches(String password, Optional<String> hash) {
            compared.add(hash);
            return hash.filter(password::equals).isPresent();
        }

        @Override
        public double log10Guesses(String password, String name) {
            return password.startsWith("guess") ? 3 : 12;
        }
    }

    /// Accounts in memory.
    private static final class Register implements Accounts {
        private final Map<String, WithPassword> rows = new HashMap<>();
        private final Map<Credential, Account> identities = new HashMap<>();

        @Override
        public Optional<Account> add(AccountName name, Credential credential, Role role, Instant now) {
            Account account = new Account(rows.size(), name.text(), role);
            if (identities.containsKey(credential)) {
                return Optional.empty();
            }
            Optional<String> hash =
                    credential instanceof PasswordHash(String text) ? Optional.of(text) : Optional.empty();
            if (rows.putIfAbsent(name.key(), new WithPassword(account, hash)) != null) {
                return Optional.empty();
            }
            if (credential instanceof Identity identity) {
                identities.put(identity, account);
            }
            return Optional.of(account);
        }

        @Override
        public Optional<Account> addFirstOperator(AccountName name, Credential credential, Instant now) {
            return hasOperator() ? Optional.empty() : add(name, credential, Role.OPERATOR, now);
        }

        @Override
        public Optional<Account> find(Identity identity) {
            return Optional.ofNullable(identities.get(identity));
        }

        @Override
        public boolean hasOperator() {
            return rows.values().stream().anyMatch(row -> row.account().role() == Role.OPERATOR);
        }

        @Override
        public Optional<WithPassword> find(String name) {
            return Optional.ofNullable(rows.get(AccountName.key(name)));
        }

        @Override
        public void changePassword(long accountId, String passwordHash) {
            rows.replaceAll((_, row) ->
                    row.account().id() == accountId ? new WithPassword(row.account(), Optional.of(passwordHash)) : row);
        }

        @Override
        public Optional<Account> changeRole(String name, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(long accountId) {
            rows.values().removeIf(row -> row.account().id() == accountId);
        }

        @Override
        public List<Account> page(String after, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
