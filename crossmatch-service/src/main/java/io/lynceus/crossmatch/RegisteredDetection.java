package io.lynceus.crossmatch;

import io.lynceus.crossmatch.detection.ContentDigest;

/// A registered detection and the record that is sent on for it.
///
/// @param revision of its association, from 1
/// @param sourceId of the source it belongs to
/// @param digest of the detection as received
/// @param record the bytes made for this revision; not to be altered
public record RegisteredDetection(
        String detectionId, int revision, String sourceId, ContentDigest digest, byte[] record) {}
