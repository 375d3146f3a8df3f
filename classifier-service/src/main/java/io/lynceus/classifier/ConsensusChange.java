package io.lynceus.classifier;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/// A change of the volunteers' consensus on a source.
///
/// @param label empty where the volunteers no longer agree
public record ConsensusChange(String sourceId, Instant announcedAt, Optional<Label> label) {
    /// The latest change of each source, in the order of the sources' ids; of two at once the later in the list.
    public static Collection<ConsensusChange> latest(Collection<ConsensusChange> changes) {
        TreeMap<String, ConsensusChange> latest = new TreeMap<>();
        changes.forEach(change -> latest.merge(
                change.sourceId(),
                change,
                (one, other) -> other.announcedAt().isBefore(one.announcedAt()) ? one : other));
        return latest.values();
    }

    /// @param confidence probability in [0, 1] that the class is right, by the method
    /// @param voters number of volunteers who voted
    /// @param method how votes became a consensus, e.g. `majority`
    public record Label(String sourceClass, double confidence, int voters, String method) {
        public Label {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence is " + confidence + ", must lie in [0, 1]");
            }
            if (voters < 1) {
                throw new IllegalArgumentException("voters is " + voters + ", must be at least 1");
            }
        }
    }
}
