package io.lynceus.gateway.accounts;

import java.util.List;
import java.util.Optional;

/// The providers that log people in for the suite, as the operator configured them.
public interface IdentityProviders {
    /// @param id in addresses, e.g. `orcid`
    /// @param title for people
    record Provider(String id, String title) {}

    /// @param address of the provider's page, where the browser goes
    record Departure(String address, LoginAttempt attempt) {}

    /// By id.
    List<Provider> all();

    /// Sends somebody to a provider; empty if there is none of that id.
    ///
    /// @throws ProviderAway if it does not say where to
    Optional<Departure> depart(String provider);

    /// Who came back.
    ///
    /// @param answer query of the address to which the provider sent the browser
    /// @throws LoginRefused if the provider, or what it says, does not prove who it is
    /// @throws ProviderAway if the provider cannot be asked
    Credential.Identity identify(LoginAttempt attempt, String answer);
}
