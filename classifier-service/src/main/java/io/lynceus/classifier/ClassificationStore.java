package io.lynceus.classifier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Classifications of all detections, and the latest of every source.
///
/// 1. A detection has one entry per model and revision of its association. Recording it again adds none.
/// 2. A source's latest classification has the largest (activation, revision), in any order of arrival.
/// 3. Another featured detection under a known id, revision and model is a conflict and changes nothing.
/// 4. A retired source keeps its history, but searches no longer find it.
public interface ClassificationStore {
    /// Result of recording one classification.
    ///
    /// @param activation activation stored with the entry: the record's own, or a later one
    /// @param conflict whether the id was used before with another featured detection
    record Kept(long activation, boolean conflict) {}

    /// Records a batch: one result per record, in order.
    List<Kept> record(List<ClassificationRecord> batch);

    /// Retires sources, known or not. Their later classifications go to the history only.
    void retire(Collection<String> sourceIds);

    Optional<PublishedClassification> source(String sourceId);

    /// Every classification of a source's detections, the newest state first.
    List<HistoryEntry> history(String sourceId);

    /// Sources that satisfy a query, by id, at most its limit.
    List<SourceClassification> search(SourceQuery query);

    /// The same sources, each with its classified detection.
    List<PublishedClassification> searchPublished(SourceQuery query);

    /// Counts of sources by their class before and after an activation, largest first. Sources without an earlier
    /// classification are left out.
    List<ClassMove> moves(long activation);
}
