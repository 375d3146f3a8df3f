package io.lynceus.gateway.detections;

import io.lynceus.contracts.RawJson;

/// The result of one service for one detection.
public sealed interface HopResult {

    /// The detection goes on to the next service.
    record Passed(RawJson document) implements HopResult {}

    /// The detection ends here.
    ///
    /// @param problem problem document with the reason
    record Rejected(RawJson problem) implements HopResult {}
}
