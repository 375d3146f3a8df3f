package io.lynceus.standalone.simulator;

import java.util.Map;

/// The truth about one X-ray source.
///
/// @param objectClass its true class
/// @param kind finer than the class, for people
/// @param counterparts the name of its entry in each catalogue deep enough to hold it
public record SimulatedSource(ObjectClass objectClass, String kind, Map<Catalogue, String> counterparts) {
    public SimulatedSource {
        counterparts = Map.copyOf(counterparts);
    }
}
