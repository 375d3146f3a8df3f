package io.lynceus.crossmatch;

import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.DoubtfulSource;
import io.lynceus.crossmatch.source.SourceHistory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps every detection with the X-ray source it belongs to. [BatchRegistration] decides what is kept.
///
/// 1. A detection id is registered once; registering it again returns the same record, byte for byte.
/// 2. The same id with other content is a conflict and changes nothing.
/// 3. Two detections of one source make one source, however close in time and on whichever instance they come.
/// 4. A detection whose association changes because of another is registered again under its next revision, and the
///    former source is remembered.
public interface DetectionRegister {
    /// Registers detections in their order, all of them or none.
    ///
    /// @return one result for each detection
    List<Registration> register(List<CrossmatchedDetection> batch);

    /// The outcome that each of these detections would have if it alone were registered now.
    List<AssociationOutcome> preview(List<XrayDetection> detections);

    /// The digests of those of these detections that are registered, by id.
    Map<String, ContentDigest> digests(Collection<String> detectionIds);

    /// A source with all its detections.
    Optional<SourceHistory> history(String sourceId);

    /// Doubtful sources by id, with the sources that each may be as things are now.
    ///
    /// @param afterId those with a larger id only; empty for all
    /// @param limit maximum number of sources
    List<DoubtfulSource> doubtful(String afterId, int limit);
}
