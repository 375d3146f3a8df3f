package io.lynceus.feature;

import io.lynceus.feature.epoch.Epoch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An epoch on its way to its source.
///
/// @param association how it came to this source
/// @param digest of all that was received with it: the same detection id and revision with another digest is a
///     conflict
public record Arrival(String sourceId, Epoch epoch, Association association, byte[] digest) {
    public Arrival {
        digest = digest.clone();
    }

    /// How a detection came to its source.
    ///
    /// @param revision from 1; the larger one counts
    /// @param formerSourceId the source it belonged to before; empty for the first revision
    /// @param merged whether that source is no more
    /// @param departed detections that have left this source
    public record Association(int revision, Optional<String> formerSourceId, boolean merged, List<Departure> departed) {
        public static final Association FIRST = new Association(1, Optional.empty(), false, List.of());

        public Association {
            if (revision < 1) {
                throw new IllegalArgumentException("revision of an association must be >= 1: " + revision);
            }
            departed = List.copyOf(departed);
        }
    }

    /// A detection that has left a source.
    ///
    /// @param revision of its association from then on
    public record Departure(String detectionId, int revision) {}

    @Override
    public byte[] digest() {
        return digest.clone();
    }

    /// Whether this is what was received before under the same detection id and revision.
    public boolean repeats(String otherSourceId, byte[] otherDigest) {
        return sourceId.equals(otherSourceId) && Arrays.equals(digest, otherDigest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arrival arrival
                && epoch.equals(arrival.epoch)
                && association.equals(arrival.association)
                && repeats(arrival.sourceId, arrival.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }
}
