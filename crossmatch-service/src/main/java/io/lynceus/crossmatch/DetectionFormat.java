package io.lynceus.crossmatch;

import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.Reassociation;

/// Format of detections as they travel: bytes in, bytes out.
public interface DetectionFormat {
    /// What to do with a field that is not known.
    enum UnknownFields {
        /// Passed through, so that versions can roll.
        TOLERATED,
        REFUSED
    }

    /// Reads a detection.
    ///
    /// @param json not to be altered afterwards
    /// @throws IllegalArgumentException where it obeys no schema or a value is impossible
    /// @throws RuntimeException of the format where it cannot be read at all
    ReceivedDetection read(byte[] json, UnknownFields unknownFields);

    /// The detection as received, with what was found out about it.
    byte[] write(CrossmatchedDetection detection, AssociationOutcome outcome);

    /// What was written before, with the association as it is now.
    byte[] revise(byte[] written, Reassociation reassociation);
}
