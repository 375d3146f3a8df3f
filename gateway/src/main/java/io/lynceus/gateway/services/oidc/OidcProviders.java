package io.lynceus.gateway.services.oidc;

import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.IdentityProviders;
import io.lynceus.gateway.accounts.LoginAttempt;
import io.lynceus.gateway.accounts.LoginRefused;
import io.lynceus.gateway.config.AccountsConfig;
import io.lynceus.gateway.config.GatewayConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The OpenID providers of the settings, which are checked when the gateway starts; the providers are asked nothing
/// before somebody logs in.
@Startup
@Singleton
class OidcProviders implements IdentityProviders {
    private static final String SETTING = "lynceus.accounts.providers.";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Map<String, OidcProvider> byId = new TreeMap<>();

    /// @throws IllegalArgumentException if a setting is missing or impossible, naming it
    OidcProviders(AccountsConfig accounts, GatewayConfig gateway) {
        accounts.providers()
                .forEach((id, settings) -> byId.put(checkedId(id), provider(id, settings, accounts, gateway)));
        if (byId.isEmpty() && !accounts.passwords()) {
            throw new IllegalArgumentException(
                    "nobody could log in: lynceus.accounts.passwords is false, and there is no " + SETTING + "*");
        }
    }

    private static OidcProvider provider(
            String id, AccountsConfig.Provider settings, AccountsConfig accounts, GatewayConfig gateway) {
        URI publicUrl = gateway.publicUrl()
                .orElseThrow(() -> new IllegalArgumentException("lynceus.gateway.public-url must be set for " + SETTING
                        + id + ", which sends people back to it"));
        requireTransportSecurity("lynceus.gateway.public-url", publicUrl);
        requireTransportSecurity(SETTING + id + ".issuer", settings.issuer());
        return new OidcProvider(
                new Provider(id, settings.title()),
                settings,
                URI.create(publicUrl.toString().replaceAll("/+$", "") + "/account/" + id),
                accounts.providerTimeout());
    }

    private static String checkedId(String id) {
        if (!id.matches("[a-z0-9]{1,30}")) {
            throw new IllegalArgumentException(
                    "a provider's id must have 1 to 30 small letters and digits: " + SETTING + id);
        }
        return id;
    }

    /// What goes between browser, provider and suite must not be read on its way.
    private static void requireTransportSecurity(String setting, URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https")
                && !(scheme.equals("http") && THIS_MACHINE.contains(String.valueOf(address.getHost())))) {
            throw new IllegalArgumentException(setting + " must begin with https://: " + address);
        }
    }

    @Override
    public List<Provider> all() {
        return byId.values().stream().map(OidcProvider::description).toList();
    }

    @Override
    public Optional<Departure> depart(String provider) {
        return Optional.ofNullable(byId.get(provider)).map(OidcProvider::depart);
    }

    @Override
    public Identity identify(LoginAttempt attempt, String answer) {
        return Optional.ofNullable(byId.get(attempt.provider()))
                .orElseThrow(() -> new LoginRefused("nobody logs in at '" + attempt.provider() + "' any more"))
                .identify(attempt, answer);
    }
}
