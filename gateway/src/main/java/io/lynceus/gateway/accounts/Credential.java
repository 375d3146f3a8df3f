package io.lynceus.gateway.accounts;

/// By what the owner of an account proves to be its owner: one thing for each account, and never both.
public sealed interface Credential {
    /// A password of our own.
    ///
    /// @param text in PHC string format
    record PasswordHash(String text) implements Credential {}

    /// Who somebody is to a provider that logs people in. Nothing else of theirs is kept: no name, no e-mail address.
    ///
    /// @param issuer which provider, a URL
    /// @param subject whom it knows them as, 1 to 255 visible ASCII characters (OpenID Connect Core 1.0, section 2)
    record Identity(String issuer, String subject) implements Credential {
        public Identity {
            if (!subject.matches("[\\x20-\\x7e]{1,255}")) {
                throw new IllegalArgumentException("subject must have 1 to 255 visible ASCII characters");
            }
        }
    }
}
