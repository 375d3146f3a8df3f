package io.lynceus.classifier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Classifications of all detections, and the latest of every source.
///
/// 1. A detection has one entry per model and revision of its association, however often it is recorded.
/// 2. A source's latest classification is the one with the largest (activation, revision), whatever the order of
/// arrival.
/// 3. Another featured detection under a known id, revision and model changes nothing and is a conflict.
/// 4. A source that is retired has its history, and is found no more.
public interface ClassificationStore {
    /// What became of a record.
    ///
    /// @param activation the number kept with the entry: the record's own, or a later one already there
    /// @param conflict whether the id was used with another featured detection before
    record Kept(long activation, boolean conflict) {}

    /// Records a batch, one answer each, in order.
    List<Kept> record(List<ClassificationRecord> batch);

    /// Retires sources, known or not: whatever comes of them later goes to the history only.
    void retire(Collection<String> sourceIds);

    Optional<PublishedClassification> source(String sourceId);

    /// Every classification of a source's detections, the newest state first.
    List<HistoryEntry> history(String sourceId);

    /// Sources that satisfy a query, by id, at most its limit.
    List<SourceClassification> search(SourceQuery query);

    /// The same, with what the latest class of each rests on.
    List<PublishedClassification> searchPublished(SourceQuery query);

    /// Who moved from which class to which with an activation, most sources first. Sources that have no classification
    /// from before are left out.
    List<ClassMove> moves(long activation);
}
