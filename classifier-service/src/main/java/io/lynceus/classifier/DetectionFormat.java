package io.lynceus.classifier;

import io.lynceus.classifier.scoring.Classification;

/// How detections are read from and classifications written to records on the stream and over REST.
public interface DetectionFormat {
    /// Reads a featured detection.
    ///
    /// @throws RuntimeException saying what cannot be read and where
    ClassifiableDetection read(byte[] featured);

    /// A classified detection: the featured one as received, the classification added.
    ///
    /// Equal inputs give equal bytes.
    byte[] write(byte[] featured, long activation, Classification classification);
}
