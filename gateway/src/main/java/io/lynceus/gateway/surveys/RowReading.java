package io.lynceus.gateway.surveys;

import io.lynceus.gateway.detections.AdmittedDetection;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;

/// What the mapping of its survey makes of a row.
public sealed interface RowReading {
    /// The row is a detection.
    ///
    /// @param digest of the detection's content
    record Readable(AdmittedDetection detection, String digest) implements RowReading {}

    /// The row is no detection.
    record Unreadable(RefusedRow result) implements RowReading {}
}
