package io.lynceus.gateway.stream;

import java.util.List;

/// The backlog of the services between a detection and its class.
public interface Backlog {
    /// One service on the way.
    ///
    /// @param service by its title
    /// @param topic that it reads
    /// @param waiting records that the service has not processed, >= 0
    record Stage(String service, String topic, long waiting) {}

    /// The services in the order of the stream.
    ///
    /// @throws io.lynceus.gateway.suite.ServiceAway if the broker does not answer
    List<Stage> stages();
}
