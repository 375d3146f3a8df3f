package io.lynceus.standalone;

import io.lynceus.engines.Ports;
import io.lynceus.standalone.suite.SuitePorts;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// Finds room for a suite between the ports others listen on.
///
/// Below those that systems give to outgoing connections (RFC 6335, and 32768 up on Linux): one of those could take the
/// port of a service that is not up yet.
final class FreePorts {
    private static final int LOWEST = 10_240;
    private static final int HIGHEST = 32_700;

    private FreePorts() {}

    static SuitePorts forSuite() {
        return Stream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .map(SuitePorts::new)
                .filter(ports -> ports.byName().values().stream().noneMatch(Ports::isTaken))
                .findFirst()
                .orElseThrow();
    }
}
