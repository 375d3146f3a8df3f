package io.lynceus.classifier;

import java.time.Instant;
import java.util.Map;

/// One classification of a source, without its track.
///
/// @param probabilities posterior by class name
/// @param outlierMeasure -log10 of the largest unnormalised class score
public record HistoryEntry(
        String detectionId,
        String mission,
        SourceClass sourceClass,
        Map<String, Double> probabilities,
        double outlierMeasure,
        ModelId model,
        long activation,
        long revision,
        Instant classifiedAt) {
    public HistoryEntry {
        probabilities = Map.copyOf(probabilities);
    }
}
