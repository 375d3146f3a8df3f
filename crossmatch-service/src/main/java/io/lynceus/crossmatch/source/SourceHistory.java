package io.lynceus.crossmatch.source;

import java.util.List;
import java.util.Optional;

/// An X-ray source with its detections and with what has changed about them.
///
/// @param mergedInto id of the source that its detections belong to now; empty while the source exists
/// @param detections its detections, the first registered first
/// @param changes in which detections came to it or left it, the earliest first
public record SourceHistory(
        XraySource source,
        Optional<String> mergedInto,
        List<SourceMember> detections,
        List<AssociationChange> changes) {
    public SourceHistory {
        detections = List.copyOf(detections);
        changes = List.copyOf(changes);
    }
}
