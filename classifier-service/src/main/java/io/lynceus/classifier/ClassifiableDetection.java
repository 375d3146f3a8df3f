package io.lynceus.classifier;

import io.lynceus.classifier.feature.FeatureVector;
import io.lynceus.sky.SkyPosition;

/// A detection with the features of its source, ready for a model.
///
/// @param mission that detected it
/// @param bandsMission mission to whose bands the features refer: that of the source's most significant spectrum
/// @param associationRevision of the detection's association with the source, from 1
/// @param revision number of the source's state that the features describe, >= 1
public record ClassifiableDetection(
        String detectionId,
        int associationRevision,
        String mission,
        String bandsMission,
        String sourceId,
        String sourceName,
        SkyPosition position,
        long revision,
        FeatureVector features) {
    public ClassifiableDetection {
        if (detectionId.isBlank() || sourceId.isBlank()) {
            throw new IllegalArgumentException("a detection and its source must have ids");
        }
        if (associationRevision < 1) {
            throw new IllegalArgumentException("revision of an association must be >= 1: " + associationRevision);
        }
        if (!(revision >= 1)) {
            throw new IllegalArgumentException("revision of a source must be >= 1: " + revision);
        }
    }
}
