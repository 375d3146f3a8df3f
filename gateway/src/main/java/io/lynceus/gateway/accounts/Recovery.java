package io.lynceus.gateway.accounts;

import java.time.Instant;
import java.util.Optional;

/// Replaces lost passwords, with a code that an operator has made.
public final class Recovery {
    private final RecoveryCodes codes;
    private final Passwords passwords;
    private final PasswordRule rule;

    public Recovery(RecoveryCodes codes, Passwords passwords) {
        this.codes = codes;
        this.passwords = passwords;
        this.rule = new PasswordRule(passwords);
    }

    /// The account with its new password, if the code is right. Unknown names, wrong codes and right codes take the
    /// same time, so that nothing is learned about a name without its code.
    ///
    /// @throws IllegalArgumentException if the password is refused, also for a wrong name or code
    public Optional<Account> recover(String name, Secret code, String password, Instant now) {
        rule.check(password, abridged(name));
        return codes.redeem(name, code, passwords.hash(password), now);
    }

    /// No name is longer: a longer text need not be searched for in a password.
    private static String abridged(String name) {
        return name.length() <= 2 * AccountName.LONGEST ? name : "";
    }
}
