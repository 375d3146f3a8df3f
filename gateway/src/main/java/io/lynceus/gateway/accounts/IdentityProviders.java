package io.lynceus.gateway.accounts;

import java.util.List;
import java.util.Optional;

/// The login providers that the operator has configured.
public interface IdentityProviders {
    /// @param id in addresses, e.g. `orcid`
    /// @param title for people
    record Provider(String id, String title) {}

    /// @param address of the provider's login page
    record ProviderLogin(String address, LoginAttempt attempt) {}

    /// By id.
    List<Provider> all();

    /// Begins a login at a provider; empty if there is no provider of that id.
    ///
    /// @throws ProviderAway if the provider does not publish its login page
    Optional<ProviderLogin> beginLogin(String provider);

    /// The identity of a user who came back from a provider.
    ///
    /// @param answer query of the address that the provider redirected the browser to
    /// @throws LoginRefused if the answer does not prove an identity
    /// @throws ProviderAway if the provider cannot be reached
    Credential.Identity identify(LoginAttempt attempt, String answer);
}
