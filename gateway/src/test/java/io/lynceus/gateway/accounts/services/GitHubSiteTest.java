package io.lynceus.gateway.accounts.services;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses as docs.github.com has them.
class GitHubSiteTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://github.com", "https://github.com/", "HTTPS://GitHub.com:443"})
    void gitHubIsOneHoweverItIsWritten(String written) {
        GitHubSite site = new GitHubSite(URI.create(written));
        assertEquals("https://github.com", site.issuer().toString());
        assertEquals("https://github.com/login/oauth/access_token", site.token().toString());
        assertEquals("https://api.github.com/user", site.user().toString());
        assertEquals("https://github.com/login/oauth", site.issuerOfAnswers());
    }

    @Test
    void enterpriseServerHasItsApiBelowItsAddress() {
        GitHubSite site = new GitHubSite(URI.create("https://git.example.org:8443"));
        assertEquals(
                "https://git.example.org:8443/login/oauth/access_token",
                site.token().toString());
        assertEquals("https://git.example.org:8443/api/v3/user", site.user().toString());
    }
}
