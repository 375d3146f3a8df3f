package io.lynceus.gateway.surveys;

import io.lynceus.gateway.surveys.RowResult.Classified;

/// Reads of a classification what a catalogue's owner is told.
public interface ClassificationReader {
    /// @param classifiedDetection JSON, as `POST /api/v1/classify` and the topic `classifications` have it
    /// @throws IllegalArgumentException if it is no classified detection
    Classified read(byte[] classifiedDetection);
}
