package io.lynceus.gateway.peers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Points a `@QuarkusTest` at [Peers], and hands them to its field of that type.
public final class PeersResource implements QuarkusTestResourceLifecycleManager {
    /// Catalogues that one person may keep.
    public static final int MOST_SURVEYS = 40;

    /// Rows of one published catalogue that wait for the stream; two portions.
    public static final int MOST_PUBLISHED_ROWS_UNDER_WAY = 1_000;

    private final Peers peers = new Peers();

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                Map.entry("quarkus.rest-client.crossmatch.url", peers.crossmatch.url()),
                Map.entry("quarkus.rest-client.feature.url", peers.feature.url()),
                Map.entry("quarkus.rest-client.classifier.url", peers.classifier.url()),
                Map.entry("quarkus.rest-client.labels.url", peers.labels.url()),
                Map.entry("lynceus.gateway.breaker-delay", "1s"),
                Map.entry("lynceus.gateway.heartbeat", "1s"),
                Map.entry("lynceus.gateway.stream-replay-records", "4000"),
                Map.entry("lynceus.gateway.max-surveys", Integer.toString(MOST_SURVEYS)),
                Map.entry("lynceus.gateway.published-rows-under-way", Integer.toString(MOST_PUBLISHED_ROWS_UNDER_WAY)),
                Map.entry("lynceus.accounts.required", "false"),
                Map.entry("lynceus.accounts.begin-burst", "100000"),
                Map.entry("lynceus.accounts.login-burst", "100000"),
                Map.entry("lynceus.accounts.address-burst", "100000"));
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
