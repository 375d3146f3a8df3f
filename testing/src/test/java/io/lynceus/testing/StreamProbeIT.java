package io.lynceus.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamProbeIT {

    private static final String TOPIC = "consensus-labels";

    @Test
    void whatIsSentIsRead() {
        try (StreamProbe probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers())) {
            probe.send(TOPIC, "lx-1", "Vega");
            probe.send(TOPIC, "lx-1", "Deneb");
            var records = probe.await(TOPIC, Duration.ofSeconds(20), found -> found.size() == 2);
            assertEquals(
                    List.of("Vega", "Deneb"),
                    records.stream().map(StreamProbe::text).toList());
            assertEquals(
                    List.of("Vega", "Deneb"),
                    probe.readAll(TOPIC).stream().map(StreamProbe::text).toList());
            assertThrows(
                    AssertionError.class, () -> probe.await(TOPIC, Duration.ofMillis(200), found -> found.size() == 3));
        }
    }

    @Test
    void enginesAreStartedOncePerJvm() {
        assertEquals(SharedEngines.ofThisJvm(), SharedEngines.ofThisJvm());
    }
}
