package io.lynceus.gateway.peers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Points a `@QuarkusTest` at [Peers], and hands them to its field of that type.
public final class PeersResource implements QuarkusTestResourceLifecycleManager {
    private final Peers peers = new Peers();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.rest-client.crossmatch.url", peers.crossmatch.url(),
                "quarkus.rest-client.feature.url", peers.feature.url(),
                "quarkus.rest-client.classifier.url", peers.classifier.url(),
                "quarkus.rest-client.labels.url", peers.labels.url(),
                "lynceus.gateway.breaker-delay", "1s",
                "lynceus.gateway.heartbeat", "1s",
                "lynceus.accounts.required", "false",
                "lynceus.accounts.begin-burst", "100000",
                "lynceus.accounts.login-burst", "100000",
                "lynceus.accounts.address-burst", "100000");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(peers, new TestInjector.MatchesType(Peers.class));
    }

    @Override
    public void stop() {
        peers.all().forEach(Peer::goAway);
    }
}
