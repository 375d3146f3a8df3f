package io.lynceus.classifier;

import io.lynceus.classifier.scoring.Classification;

/// One detection's classification as it is kept.
///
/// @param featuredDigest of the featured detection as received, to tell a repeat from a conflict
/// @param published the classified detection as it goes to the stream; not to be altered
public record ClassificationRecord(
        ClassifiableDetection detection,
        Classification classification,
        long activation,
        long featuredDigest,
        byte[] published) {}
