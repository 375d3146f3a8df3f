package io.lynceus.gateway.accounts.services;

import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.IdentityProviders.Provider;
import io.lynceus.gateway.accounts.IdentityProviders.ProviderLogin;
import io.lynceus.gateway.accounts.LoginAttempt;

/// One provider of the settings, as [io.lynceus.gateway.accounts.IdentityProviders] has it.
sealed interface LoginProvider permits OidcProvider, GitHubProvider {
    Provider description();

    ProviderLogin beginLogin();

    Identity identify(LoginAttempt attempt, String answer);
}
