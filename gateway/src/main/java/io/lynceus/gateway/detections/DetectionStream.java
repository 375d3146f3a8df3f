package io.lynceus.gateway.detections;

import java.util.List;

/// The stream on which detections enter the suite.
public interface DetectionStream {
    /// Puts detections on the stream. When this returns, the broker has them all.
    ///
    /// @throws io.lynceus.gateway.suite.ServiceAway if the broker did not acknowledge all; it may have some of them
    void send(List<AdmittedDetection> detections);
}
