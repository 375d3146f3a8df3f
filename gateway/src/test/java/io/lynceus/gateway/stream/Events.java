package io.lynceus.gateway.stream;

import io.lynceus.sky.SkyPosition;
import java.util.Set;

/// Events of the stream for tests.
public final class Events {
    private Events() {}

    public static StreamEvent at(int partition, long offset) {
        return new StreamEvent(partition, offset, "XRB", 0.9, 5, "Chandra", new SkyPosition(10, 20), Set.of(), "{}");
    }
}
