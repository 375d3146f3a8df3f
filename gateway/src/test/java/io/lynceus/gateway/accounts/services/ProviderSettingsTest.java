package io.lynceus.gateway.accounts.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.gateway.accounts.IdentityProviders.Provider;
import io.lynceus.gateway.config.AccountsConfig;
import io.lynceus.gateway.config.GatewayConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Environment variables as an operator types them.
class ProviderSettingsTest {
    private static final String PREFIX = "LYNCEUS_ACCOUNTS_PROVIDERS_";
    private static final Map<String, String> ORCID = Map.of(
            "LYNCEUS_GATEWAY_PUBLIC_URL",
            "https://lynceus.example.org",
            PREFIX + "ORCID_TITLE",
            "ORCID",
            PREFIX + "ORCID_ISSUER",
            "https://orcid.org",
            PREFIX + "ORCID_CLIENT_ID",
            "APP-1",
            PREFIX + "ORCID_CLIENT_SECRET",
            "secret");

    private static final Map<String, String> GITHUB = Map.of(
            "LYNCEUS_GATEWAY_PUBLIC_URL",
            "https://lynceus.example.org",
            PREFIX + "CODE_KIND",
            "github",
            PREFIX + "CODE_TITLE",
            "GitHub",
            PREFIX + "CODE_CLIENT_ID",
            "Iv1.0",
            PREFIX + "CODE_CLIENT_SECRET",
            "secret");

    private static ConfiguredProviders providers(Map<String, String> environment) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(AccountsConfig.class)
                .withMapping(GatewayConfig.class)
                .withSources(new EnvConfigSource(environment, EnvConfigSource.ORDINAL))
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .build();
        return new ConfiguredProviders(
                config.getConfigMapping(AccountsConfig.class), config.getConfigMapping(GatewayConfig.class));
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }

    @Test
    void providersAreNamedByTheirVariables() {
        Map<String, String> both = new HashMap<>(ORCID);
        both.putAll(Map.of(
                PREFIX + "KEYCLOAK_TITLE", "the Institute",
                PREFIX + "KEYCLOAK_ISSUER", "https://keycloak.example.org/realms/lynceus",
                PREFIX + "KEYCLOAK_CLIENT_ID", "lynceus",
                PREFIX + "KEYCLOAK_CLIENT_SECRET", "secret"));
        assertEquals(
                List.of(new Provider("keycloak", "the Institute"), new Provider("orcid", "ORCID")),
                providers(both).all());
        assertEquals(List.of(), providers(Map.of()).all());
    }

    @ParameterizedTest
    @CsvSource({
        "LYNCEUS_GATEWAY_PUBLIC_URL, '', lynceus.gateway.public-url must be set",
        "LYNCEUS_GATEWAY_PUBLIC_URL, http://lynceus.example.org, lynceus.gateway.public-url must begin with https",
        "LYNCEUS_ACCOUNTS_PROVIDERS_ORCID_ISSUER, http://orcid.org, lynceus.accounts.providers.orcid.issuer must begin",
        "LYNCEUS_ACCOUNTS_PROVIDERS_ORCID_ISSUER, '', lynceus.accounts.providers.orcid.issuer must be set",
        "LYNCEUS_ACCOUNTS_PROVIDERS_ORCID_ISSUER, https://GitHub.com/login/oauth, lynceus.accounts.providers.orcid.kind",
    })
    void impossibleSettingIsNamedAtTheStart(String variable, String value, String complaint) {
        String said = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> providers(with(ORCID, variable, value)))
                        .getMessage());
        assertTrue(said.startsWith(complaint), said);
    }

    @Test
    void suiteThatNobodyCouldLogInToDoesNotStart() {
        Map<String, String> noPasswords = Map.of("LYNCEUS_ACCOUNTS_PASSWORDS", "false");
        assertThrows(IllegalArgumentException.class, () -> providers(noPasswords));
        assertEquals(
                1,
                providers(with(ORCID, "LYNCEUS_ACCOUNTS_PASSWORDS", "false"))
                        .all()
                        .size());
    }

    @Test
    void gitHubNeedsNoIssuerAndIsAskedForNoScope() {
        URI address =
                URI.create(providers(GITHUB).beginLogin("code").orElseThrow().address());
        assertEquals(
                "https://github.com/login/oauth/authorize", address.toString().replaceFirst("\\?.*", ""));
        String query = address.getQuery();
        assertTrue(query.contains("redirect_uri=https://lynceus.example.org/account/code"), query);
        assertTrue(query.contains("code_challenge_method=S256"), query);
        assertFalse(query.contains("scope"), query);
    }

    @Test
    void anotherIssuerIsAnEnterpriseServer() {
        String address = providers(with(GITHUB, PREFIX + "CODE_ISSUER", "https://git.example.org/"))
                .beginLogin("code")
                .orElseThrow()
                .address();
        assertTrue(address.startsWith("https://git.example.org/login/oauth/authorize?"), address);
    }

    @ParameterizedTest
    @CsvSource({
        "http://github.com, must begin with https",
        "https://github.com/login/oauth, must be the address of a GitHub without a path",
        "https://git.example.org?a=b, must be the address of a GitHub without a path",
    })
    void impossibleAddressOfAGitHubIsNamedAtTheStart(String issuer, String complaint) {
        String said = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> providers(with(GITHUB, PREFIX + "CODE_ISSUER", issuer)))
                .getMessage());
        assertTrue(said.startsWith("lynceus.accounts.providers.code.issuer " + complaint), said);
    }

    @Test
    void unknownKindIsNamedAtTheStart() {
        String said = String.valueOf(
                assertThrows(RuntimeException.class, () -> providers(with(GITHUB, PREFIX + "CODE_KIND", "gitlab")))
                        .getMessage());
        assertTrue(said.contains("lynceus.accounts.providers.code.kind"), said);
    }

    /// One identity would be two people's: whom the one knows as 42, and whom the other does.
    @ParameterizedTest
    @ValueSource(strings = {"https://orcid.org", "https://ORCID.org/", "https://orcid.org:443"})
    void oneIssuerIsNotOfTwoKinds(String issuer) {
        Map<String, String> both = new HashMap<>(ORCID);
        both.putAll(with(GITHUB, PREFIX + "CODE_ISSUER", issuer));
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> providers(both))
                .getMessage());
        assertTrue(said.contains(".issuer is another provider's of another kind"), said);
    }
}
