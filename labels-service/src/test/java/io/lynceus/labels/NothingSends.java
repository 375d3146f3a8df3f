package io.lynceus.labels;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// Nothing is settled or sent until the test does it.
public class NothingSends implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.scheduler.enabled", "false");
    }
}
