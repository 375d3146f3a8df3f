package io.lynceus.standalone.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/// The eight neighbouring ports on 127.0.0.1 that the suite listens on.
///
/// @param first port of the gateway, 1024 to 65528
public record SuitePorts(int first) {

    public static final int DEFAULT_FIRST = 8080;

    public SuitePorts {
        if (first < 1024 || first > 65_528) {
            throw new IllegalArgumentException("first port must lie in [1024, 65528]: " + first);
        }
    }

    public int of(Service service) {
        return first + service.portOffset();
    }

    public int kafka() {
        return first + 5;
    }

    int kafkaController() {
        return first + 6;
    }

    public int postgres() {
        return first + 7;
    }

    /// The port of each process, by its name.
    public Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.shortName(), of(service));
        }
        ports.put("kafka", kafka());
        ports.put("the kafka controller", kafkaController());
        ports.put("postgres", postgres());
        return ports;
    }
}
