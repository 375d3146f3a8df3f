package io.lynceus.feature;

import java.util.List;

/// How enhanced detections are read and featured detections written.
public interface DetectionFormat {
    /// @throws IllegalArgumentException naming the field, its value and unit, if the detection is not possible
    Arrival read(byte[] enhanced);

    /// What this service adds to a detection: the features of its source after these epochs.
    byte[] features(List<Epoch> epochs, long revision);

    /// The detection as received, byte for byte, with what this service adds.
    byte[] featured(byte[] enhanced, byte[] features);
}
