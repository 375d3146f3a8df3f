package io.lynceus.crossmatch;

import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.surroundings.Surroundings;

/// A detection with what the reference catalogues know at its place: ready to be registered.
public record CrossmatchedDetection(ReceivedDetection received, Surroundings surroundings) {
    public String id() {
        return received.detection().id();
    }
}
