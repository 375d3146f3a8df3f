package io.lynceus.crossmatch.source;

import io.lynceus.crossmatch.detection.LocatedDetection;

/// A registered detection and the source it belongs to.
///
/// @param revision of its association, from 1
public record Membership(LocatedDetection detection, String sourceId, int revision) {
    public Membership {
        if (revision < 1) {
            throw new IllegalArgumentException("revision of an association must be >= 1: " + revision);
        }
    }
}
