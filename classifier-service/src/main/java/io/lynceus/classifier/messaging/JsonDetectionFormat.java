package io.lynceus.classifier.messaging;

import io.lynceus.classifier.ClassifiableDetection;
import io.lynceus.classifier.DetectionFormat;
import io.lynceus.classifier.scoring.Classification;
import jakarta.enterprise.context.ApplicationScoped;

/// The JSON of the topics.
@ApplicationScoped
class JsonDetectionFormat implements DetectionFormat {
    @Override
    public ClassifiableDetection read(byte[] featured) {
        return FeaturedDetectionCodec.decode(featured);
    }

    @Override
    public byte[] write(byte[] featured, long activation, Classification classification) {
        return ClassifiedDetectionCodec.encode(featured, activation, classification);
    }
}
