package io.lynceus.classifier;

import io.lynceus.classifier.scoring.Classification;

/// One detection's classification, ready to be stored.
///
/// @param featuredDigest of the featured detection as received, to tell a repeat from a conflict
/// @param published the classified detection as published on the stream; must not be altered
public record ClassificationRecord(
        ClassifiableDetection detection,
        Classification classification,
        long activation,
        long featuredDigest,
        byte[] published) {}
