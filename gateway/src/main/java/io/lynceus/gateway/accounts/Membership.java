package io.lynceus.gateway.accounts;

import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.Credential.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/// Creates accounts, and logs users in with their passwords.
public final class Membership {
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRule rule;
    private final Optional<String> operatorCode;

    /// @param operatorCode makes a new account the first operator's; empty where operators are made otherwise
    public Membership(Accounts accounts, Passwords passwords, Optional<String> operatorCode) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rule = new PasswordRule(passwords);
        this.operatorCode = operatorCode;
    }

    /// Creates a volunteer's account.
    ///
    /// @throws IllegalArgumentException if name or password are refused
    /// @throws NameTaken if the name is taken
    public Account signUp(String name, String password, Instant now) {
        AccountName checked = checked(name, password);
        return add(checked, new PasswordHash(passwords.hash(password)), now).orElseThrow(() -> taken(checked));
    }

    /// Creates the first operator's account.
    ///
    /// @param code the one-time code
    /// @throws IllegalArgumentException if name or password are refused, or the code is wrong or used
    /// @throws NameTaken if the name is taken
    public Account signUpFirstOperator(String name, String password, String code, Instant now) {
        AccountName checked = checked(name, password);
        requireCode(code);
        return accounts.addFirstOperator(checked, new PasswordHash(passwords.hash(password)), now)
                .orElseThrow(() -> taken(checked));
    }

    /// Creates an account with an identity at a provider, or returns the account that the identity has already.
    ///
    /// @param code makes it the first operator's
    /// @throws IllegalArgumentException if the name is refused, or the code is wrong or used
    /// @throws NameTaken if the name is taken
    public Account signUp(String name, Identity identity, Optional<String> code, Instant now) {
        AccountName checked = new AccountName(name);
        code.ifPresent(this::requireCode);
        Optional<Account> added =
                code.isPresent() ? accounts.addFirstOperator(checked, identity, now) : add(checked, identity, now);
        return added.or(() -> accounts.find(identity)).orElseThrow(() -> taken(checked));
    }

    private Optional<Account> add(AccountName name, Credential credential, Instant now) {
        return accounts.add(name, credential, Role.VOLUNTEER, now);
    }

    private void requireCode(String code) {
        if (!operatorCode.map(known -> same(known, code)).orElse(false) || accounts.hasOperator()) {
            throw new IllegalArgumentException("code is wrong, or was used: it makes the first operator only");
        }
    }

    private static NameTaken taken(AccountName name) {
        return new NameTaken(name.text());
    }

    private AccountName checked(String name, String password) {
        AccountName checked = new AccountName(name);
        rule.check(password, checked.text());
        return checked;
    }

    /// The account, if name and password are right. An unknown name takes as long as a wrong password.
    public Optional<Account> logIn(String name, String password) {
        Optional<Accounts.WithPassword> found = accounts.find(name);
        boolean right = passwords.matches(limited(password), found.flatMap(Accounts.WithPassword::passwordHash));
        return right ? found.map(Accounts.WithPassword::account) : Optional.empty();
    }

    /// Whether the account has a password, and no identity at a provider.
    public boolean hasPassword(Account account) {
        return accounts.find(account.name())
                .flatMap(Accounts.WithPassword::passwordHash)
                .isPresent();
    }

    /// Whether a password is the account's.
    public boolean isPasswordOf(Account account, String password) {
        return logIn(account.name(), password).isPresent();
    }

    /// Changes the password. The caller has verified the old one with [#isPasswordOf].
    ///
    /// @throws IllegalArgumentException if the new password is refused
    public void changePassword(Account account, String password) {
        rule.check(password, account.name());
        accounts.changePassword(account.id(), passwords.hash(password));
    }

    /// Whether the next sign-up with the code makes the first operator.
    public boolean awaitsOperator() {
        return operatorCode.isPresent() && !accounts.hasOperator();
    }

    /// No password is longer: a longer text need not be hashed.
    private static String limited(String password) {
        return password.length() <= 2 * PasswordRule.LONGEST ? password : "";
    }

    private static boolean same(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
