package io.lynceus.labels.messaging;

import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.EnhancedDetection.SourceAssociation;
import io.lynceus.contracts.FeaturedDetection;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.Subject;
import io.lynceus.sky.SkyPosition;

/// Reads the subject out of a [ClassifiedDetection].
final class SubjectCodec {
    private SubjectCodec() {}

    /// @throws io.lynceus.contracts.UnreadableJson if these bytes are no classified detection
    /// @throws IllegalArgumentException if a value is impossible
    static Subject decode(byte[] json) {
        ClassifiedDetection classified = Wire.read(json, ClassifiedDetection.class);
        FeaturedDetection featured = classified.featured().as(FeaturedDetection.class);
        SourceAssociation source =
                featured.enhanced().as(EnhancedDetection.class).source();
        return new Subject(
                source.id(),
                source.name(),
                new SkyPosition(source.position().raDeg(), source.position().decDeg()),
                classified.classification().sourceClass(),
                classified.classification().probabilities(),
                classified.activation(),
                featured.revision());
    }
}
