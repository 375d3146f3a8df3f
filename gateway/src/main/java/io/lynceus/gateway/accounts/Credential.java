package io.lynceus.gateway.accounts;

/// The proof by which a user owns an account: either a password or an identity at a provider, never both.
public sealed interface Credential {
    /// A password for this suite.
    ///
    /// @param text in PHC string format
    record PasswordHash(String text) implements Credential {}

    /// The identity of a user at a login provider. Nothing else is kept of the user, neither name nor e-mail address.
    ///
    /// @param issuer URL of the provider
    /// @param subject the provider's id of the user, 1 to 255 visible ASCII characters (OpenID Connect Core 1.0,
    ///     section 2)
    record Identity(String issuer, String subject) implements Credential {
        public Identity {
            if (!subject.matches("[\\x20-\\x7e]{1,255}")) {
                throw new IllegalArgumentException("subject must have 1 to 255 visible ASCII characters");
            }
        }
    }
}
