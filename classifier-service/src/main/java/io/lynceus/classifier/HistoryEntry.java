package io.lynceus.classifier;

import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.SourceClass;
import java.time.Instant;
import java.util.Map;

/// One classification of a source, without its track.
///
/// @param associationRevision of the detection's association with the source, from 1
/// @param probabilities posterior by class name
/// @param outlierMeasure -log10 of the largest unnormalised class score
public record HistoryEntry(
        String detectionId,
        int associationRevision,
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

    /// Reason for this classification, given the previous one of the source.
    public Reason reasonAfter(HistoryEntry before) {
        if (activation != before.activation) {
            return Reason.MODEL;
        }
        return associationRevision > 1 ? Reason.ASSOCIATION : Reason.EPOCH;
    }

    /// Reason for a classification.
    public enum Reason {
        /// A new detection arrived.
        EPOCH,
        /// A detection moved to this source, or away from it.
        ASSOCIATION,
        /// A model was activated.
        MODEL
    }
}
