package io.lynceus.gateway.accounts;

/// What was said when somebody was sent to a provider, and must be true of what they come back with.
///
/// @param provider by its id
/// @param state is given back with the answer: it belongs to this attempt
/// @param nonce is in the identity: it was made for this attempt; empty where a provider signs none
/// @param codeVerifier proves to the provider that who asks for the identity sent for it (RFC 7636)
public record LoginAttempt(String provider, String state, String nonce, String codeVerifier) {
    /// Not the secrets: this may end in a log.
    @Override
    public String toString() {
        return "LoginAttempt[" + provider + "]";
    }
}
