package io.lynceus.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Points a `@QuarkusTest` at the broker and the database of [SharedEngines].
///
/// Use it as `@QuarkusTestResource(EngineResource.class)`. All tests of a JVM meet the same topics and the same
/// database, so each uses ids of its own.
public final class EngineResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        SharedEngines engines = SharedEngines.ofThisJvm();
        return Map.of(
                "kafka.bootstrap.servers", engines.bootstrapServers(),
                "quarkus.datasource.reactive.url", engines.database().url(),
                "quarkus.datasource.username", engines.database().user(),
                "quarkus.datasource.password", engines.database().password());
    }

    @Override
    public void stop() {
        // The engines serve the other tests of this JVM and end with it.
    }
}
