package io.lynceus.gateway.accounts.services;

import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.IdentityProviders;
import io.lynceus.gateway.accounts.LoginAttempt;
import io.lynceus.gateway.accounts.LoginRefused;
import io.lynceus.gateway.config.AccountsConfig;
import io.lynceus.gateway.config.AccountsConfig.Provider.Kind;
import io.lynceus.gateway.config.GatewayConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The providers of the settings, which are checked when the gateway starts. No provider is contacted before the first
/// login.
@Startup
@Singleton
class ConfiguredProviders implements IdentityProviders {
    private static final String SETTING = "lynceus.accounts.providers.";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Map<String, LoginProvider> byId = new TreeMap<>();

    /// @throws IllegalArgumentException if a setting is missing or impossible, naming it
    ConfiguredProviders(AccountsConfig accounts, GatewayConfig gateway) {
        accounts.providers()
                .forEach((id, settings) -> byId.put(checkedId(id), provider(id, settings, accounts, gateway)));
        requireIssuersOfOneKind(accounts.providers());
        if (byId.isEmpty() && !accounts.passwords()) {
            throw new IllegalArgumentException(
                    "nobody could log in: lynceus.accounts.passwords is false, and there is no " + SETTING + "*");
        }
    }

    private static LoginProvider provider(
            String id, AccountsConfig.Provider settings, AccountsConfig accounts, GatewayConfig gateway) {
        URI publicUrl = gateway.publicUrl()
                .orElseThrow(() -> new IllegalArgumentException("lynceus.gateway.public-url must be set for " + SETTING
                        + id + ", which sends people back to it"));
        requireTransportSecurity("lynceus.gateway.public-url", publicUrl);
        CodeFlow flow = new CodeFlow(
                new Provider(id, settings.title()),
                settings,
                URI.create(publicUrl.toString().replaceAll("/+$", "") + "/account/" + id),
                accounts.providerTimeout());
        return switch (settings.kind()) {
            case OPENID -> new OidcProvider(flow, openIdIssuer(id, settings), accounts.providerTimeout());
            case GITHUB -> new GitHubProvider(flow, gitHub(id, settings));
        };
    }

    private static URI openIdIssuer(String id, AccountsConfig.Provider settings) {
        URI issuer = settings.issuer()
                .orElseThrow(() -> new IllegalArgumentException(
                        issuerOf(id) + " must be set for an OpenID provider; " + SETTING + id + ".kind is openid"));
        requireTransportSecurity(issuerOf(id), issuer);
        if (GitHubSite.PUBLIC.getHost().equalsIgnoreCase(issuer.getHost())) {
            throw new IllegalArgumentException(
                    SETTING + id + ".kind must be github for " + issuer + ", which is no OpenID provider to people");
        }
        return issuer;
    }

    private static GitHubSite gitHub(String id, AccountsConfig.Provider settings) {
        URI issuer = settings.issuer().orElse(GitHubSite.PUBLIC);
        requireTransportSecurity(issuerOf(id), issuer);
        try {
            return new GitHubSite(issuer);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(issuerOf(id) + " " + e.getMessage(), e);
        }
    }

    /// An account is known by issuer and subject. Subjects of the two kinds have nothing in common.
    private static void requireIssuersOfOneKind(Map<String, AccountsConfig.Provider> providers) {
        Map<URI, Kind> kinds = new HashMap<>();
        providers.forEach((id, settings) -> {
            Kind other =
                    kinds.putIfAbsent(GitHubSite.oneForm(settings.issuer().orElse(GitHubSite.PUBLIC)), settings.kind());
            if (other != null && other != settings.kind()) {
                throw new IllegalArgumentException(issuerOf(id)
                        + " is another provider's of another kind: there could be two people by one identity");
            }
        });
    }

    private static String issuerOf(String id) {
        return SETTING + id + ".issuer";
    }

    private static String checkedId(String id) {
        if (!id.matches("[a-z0-9]{1,30}")) {
            throw new IllegalArgumentException(
                    "a provider's id must have 1 to 30 small letters and digits: " + SETTING + id);
        }
        return id;
    }

    /// The traffic between browser, provider and suite must be encrypted.
    private static void requireTransportSecurity(String setting, URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https")
                && !(scheme.equals("http") && THIS_MACHINE.contains(String.valueOf(address.getHost())))) {
            throw new IllegalArgumentException(setting + " must begin with https://: " + address);
        }
    }

    @Override
    public List<Provider> all() {
        return byId.values().stream().map(LoginProvider::description).toList();
    }

    @Override
    public Optional<ProviderLogin> beginLogin(String provider) {
        return Optional.ofNullable(byId.get(provider)).map(LoginProvider::beginLogin);
    }

    @Override
    public Identity identify(LoginAttempt attempt, String answer) {
        return Optional.ofNullable(byId.get(attempt.provider()))
                .orElseThrow(() -> new LoginRefused("nobody logs in at '" + attempt.provider() + "' any more"))
                .identify(attempt, answer);
    }
}
