package io.lynceus.gateway.stream;

import java.util.List;

/// What waits on the way from a detection to its class.
public interface Backlog {
    /// One service on the way.
    ///
    /// @param service by its title
    /// @param topic that it reads
    /// @param waiting records on it that the service has not done with, >= 0
    record Stage(String service, String topic, long waiting) {}

    /// In the order of the way.
    ///
    /// @throws io.lynceus.gateway.suite.ServiceAway if it cannot be told
    List<Stage> stages();
}
