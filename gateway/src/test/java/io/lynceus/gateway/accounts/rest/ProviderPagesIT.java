package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The account page in Chromium, with a provider's pages between.
@QuarkusTest
@TestProfile(ProviderLoginIT.WithProviders.class)
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class ProviderPagesIT {
    @Test
    void personGoesToAProviderAndBack(@TempDir Path folder) throws IOException, InterruptedException {
        BrowserTests.run("login.test.mjs", ProvidersResource.SUITE, folder);
    }
}
