package io.lynceus.gateway.accounts;

/// The values of a login that the provider's answer must match.
///
/// @param provider id of the provider
/// @param state returned with the answer, which proves that the answer belongs to this attempt
/// @param nonce returned in the signed identity, which proves that it was made for this attempt; empty where a provider
///     signs none
/// @param codeVerifier proves to the provider that the request for the identity comes from the sender of the login (RFC
///     7636)
public record LoginAttempt(String provider, String state, String nonce, String codeVerifier) {
    /// Without the secrets, since the text may be logged.
    @Override
    public String toString() {
        return "LoginAttempt[" + provider + "]";
    }
}
