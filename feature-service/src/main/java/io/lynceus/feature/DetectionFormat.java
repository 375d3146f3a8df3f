package io.lynceus.feature;

import io.lynceus.feature.features.FeatureVector;

/// Reads enhanced detections and writes featured detections.
public interface DetectionFormat {
    /// @throws IllegalArgumentException naming the field, its value and unit, if the detection is not possible
    Arrival read(byte[] enhanced);

    /// The detection as received, byte for byte, with the features of its source beside it.
    ///
    /// @param revision of the source, from 1
    byte[] featured(byte[] enhanced, FeatureVector features, long revision);
}
