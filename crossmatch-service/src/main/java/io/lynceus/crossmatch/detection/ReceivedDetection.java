package io.lynceus.crossmatch.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// A detection with the document it came in.
///
/// @param digest of the content: two documents of one digest say the same
/// @param document as received; not to be altered
public record ReceivedDetection(XrayDetection detection, ContentDigest digest, byte[] document) {
    /// Ids of detections that are registered, or given twice, with other content.
    ///
    /// @param registered digests of registered detections by id
    public static SortedSet<String> conflicts(
            List<ReceivedDetection> detections, Map<String, ContentDigest> registered) {
        Map<String, ContentDigest> first = new HashMap<>(registered);
        SortedSet<String> conflicts = new TreeSet<>();
        for (ReceivedDetection one : detections) {
            String id = one.detection().id();
            if (!one.digest().equals(first.computeIfAbsent(id, _ -> one.digest()))) {
                conflicts.add(id);
            }
        }
        return conflicts;
    }
}
