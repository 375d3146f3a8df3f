package io.lynceus.classifier;

import io.lynceus.classifier.scoring.Classification;

/// Format of detections and classifications, on the stream and over REST.
public interface DetectionFormat {
    /// Reads a featured detection.
    ///
    /// @throws RuntimeException saying what cannot be read and where
    ClassifiableDetection read(byte[] featured);

    /// A classified detection: the featured detection as received, with the classification added.
    ///
    /// Equal inputs give equal bytes.
    byte[] write(byte[] featured, long activation, Classification classification);
}
