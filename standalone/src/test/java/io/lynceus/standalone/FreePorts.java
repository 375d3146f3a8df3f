package io.lynceus.standalone;

import io.lynceus.engines.Ports;
import java.util.stream.Stream;

/// Finds room for a suite between the ports others listen on.
final class FreePorts {

    private FreePorts() {}

    static SuitePorts forSuite() {
        return Stream.generate(() -> Ports.free(1).getFirst())
                .filter(port -> port <= 65_528)
                .map(SuitePorts::new)
                .filter(ports -> ports.byName().values().stream().noneMatch(Ports::isTaken))
                .findFirst()
                .orElseThrow();
    }
}
