package io.lynceus.gateway;

import java.util.List;
import java.util.Set;

/// The services that a detection passes, asked for an answer at once. They write nothing.
///
/// 1. One outcome for each document, in the same order.
/// 2. [ServiceAway] if the service gives no answer in time.
public interface DetectionServices {
    List<Outcome> crossmatch(List<JsonDocument> detections);

    /// @param history whether stored epochs of the source count
    List<Outcome> features(List<JsonDocument> enhanced, boolean history);

    List<Outcome> classify(List<JsonDocument> featured);

    /// Ids among these detections that are known with another content.
    Set<String> conflicts(List<JsonDocument> detections);
}
