package io.lynceus.gateway;

import io.lynceus.sky.SkyPosition;
import java.util.List;

/// Where detections enter the suite.
public interface DetectionStream {

    /// A detection that passed the checks.
    record Admitted(String id, SkyPosition position, JsonDocument document) {}

    /// Puts detections on the stream; they are there when this returns.
    ///
    /// @throws ServiceAway if the broker did not acknowledge all; some may be there
    void send(List<Admitted> detections);
}
