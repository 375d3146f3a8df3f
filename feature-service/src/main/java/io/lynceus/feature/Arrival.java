package io.lynceus.feature;

import java.util.Arrays;

/// An epoch on its way to its source.
///
/// @param digest of all that was received with it: the same detection id with another digest is a conflict
public record Arrival(String sourceId, Epoch epoch, byte[] digest) {
    public Arrival {
        digest = digest.clone();
    }

    @Override
    public byte[] digest() {
        return digest.clone();
    }

    /// Whether this is what was received before under the same detection id.
    public boolean repeats(String otherSourceId, byte[] otherDigest) {
        return sourceId.equals(otherSourceId) && Arrays.equals(digest, otherDigest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arrival arrival
                && epoch.equals(arrival.epoch)
                && repeats(arrival.sourceId, arrival.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }
}
