package io.lynceus.gateway.accounts;

/// The rule for passwords: long enough, and not among the first that an attacker tries.
///
/// Length is the only composition rule: NIST SP 800-63B-4, section 3.1.1. The number of guesses protects a password
/// where the login is slowed down: Wheeler 2016, 25th USENIX Security Symposium, p. 157.
final class PasswordRule {
    /// [characters]
    static final int SHORTEST = 10;

    /// [characters] A longer one would let strangers cause work for nothing.
    static final int LONGEST = 200;

    static final double LEAST_LOG10_GUESSES = 8;

    private final Passwords passwords;

    PasswordRule(Passwords passwords) {
        this.passwords = passwords;
    }

    /// @throws IllegalArgumentException if the password is refused; the message does not quote it
    void check(String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "password has " + length + " characters, must have " + SHORTEST + " to " + LONGEST);
        }
        if (!(passwords.log10Guesses(password, name) >= LEAST_LOG10_GUESSES)) {
            throw new IllegalArgumentException(
                    "password is common or easily guessed; take a longer one, such as four words that are not a phrase");
        }
    }
}
