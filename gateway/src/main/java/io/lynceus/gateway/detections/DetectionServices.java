package io.lynceus.gateway.detections;

import io.lynceus.contracts.RawJson;
import java.util.List;
import java.util.Set;

/// The services that a detection passes, called for an answer at once. The calls store nothing.
///
/// 1. One result for each document, in the same order.
/// 2. [io.lynceus.gateway.suite.ServiceAway] if the service gives no answer in time.
public interface DetectionServices {
    List<HopResult> crossmatch(List<RawJson> detections);

    /// @param history whether stored epochs of the source count
    List<HopResult> features(List<RawJson> enhanced, boolean history);

    List<HopResult> classify(List<RawJson> featured);

    /// The ids among these detections that are known with another content.
    Set<String> conflicts(List<RawJson> detections);
}
