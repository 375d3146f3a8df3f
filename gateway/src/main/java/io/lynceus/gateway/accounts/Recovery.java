package io.lynceus.gateway.accounts;

import java.time.Instant;
import java.util.Optional;

/// Has the owner of an account set a new password in place of a lost one, by a code that an operator made.
public final class Recovery {
    private final RecoveryCodes codes;
    private final Passwords passwords;
    private final PasswordRule rule;

    public Recovery(RecoveryCodes codes, Passwords passwords) {
        this.codes = codes;
        this.passwords = passwords;
        this.rule = new PasswordRule(passwords);
    }

    /// The account, with its new password, if the code is its. An unknown name costs as much as a wrong code, and that
    /// as much as a right one: whoever has no code is told the same of every name, and as late.
    ///
    /// @throws IllegalArgumentException if the password is refused, whatever name and code are
    public Optional<Account> recover(String name, Secret code, String password, Instant now) {
        rule.check(password, abridged(name));
        return codes.redeem(name, code, passwords.hash(password), now);
    }

    /// No name is as long; a stranger's need not be looked for in a password.
    private static String abridged(String name) {
        return name.length() <= 2 * AccountName.LONGEST ? name : "";
    }
}
