package io.lynceus.crossmatch.source;

import io.lynceus.crossmatch.detection.LocatedDetection;
import java.util.List;
import java.util.Optional;

/// A change of a detection's association because of another detection.
///
/// @param detection that is associated
/// @param revision of the association, from 2
/// @param kind what became of it
/// @param fromSourceId the source it belonged to before
/// @param source it belongs to now
/// @param outcome as it would be for a detection that comes now; empty where only the source changed
/// @param departed detections that have left `source` at the same time, with the revisions of their associations
/// @param becauseOf id of the detection that came: of those registered at once, the nearest that moved or began a
///     source
public record Reassociation(
        LocatedDetection detection,
        int revision,
        Kind kind,
        String fromSourceId,
        XraySource source,
        Optional<AssociationOutcome> outcome,
        List<Departure> departed,
        String becauseOf) {
    public Reassociation {
        departed = List.copyOf(departed);
    }

    /// A detection that has left a source.
    ///
    /// @param revision of its association from then on
    public record Departure(String detectionId, int revision) {}

    /// What became of a detection's association.
    public enum Kind {
        /// Its former source is merged: all detections of that source belong elsewhere.
        MERGED,
        /// It belongs to another source; the former one remains.
        MOVED,
        /// It has a source of its own; the former one remains.
        SPLIT,
        /// Its source was doubtful and no longer is.
        SETTLED,
        /// It stays; others have left its source.
        LEFT_BEHIND
    }
}
