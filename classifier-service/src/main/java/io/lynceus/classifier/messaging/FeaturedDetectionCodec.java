package io.lynceus.classifier.messaging;

import io.lynceus.classifier.ClassifiableDetection;
import io.lynceus.classifier.FeatureVector;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.EnhancedDetection.SourceAssociation;
import io.lynceus.contracts.FeaturedDetection;
import io.lynceus.contracts.Wire;
import io.lynceus.sky.SkyPosition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what a model needs out of a [FeaturedDetection].
final class FeaturedDetectionCodec {
    private FeaturedDetectionCodec() {}

    /// @throws io.lynceus.contracts.UnreadableJson if these bytes are no featured detection
    /// @throws IllegalArgumentException if a value is missing or impossible
    static ClassifiableDetection decode(byte[] json) {
        FeaturedDetection featured = Wire.read(json, FeaturedDetection.class);
        require("enhanced", featured.enhanced());
        require("features", featured.features());
        EnhancedDetection enhanced = featured.enhanced().as(EnhancedDetection.class);
        require("enhanced.detection", enhanced.detection());
        require("enhanced.source", enhanced.source());
        Detection detection = enhanced.detection().as(Detection.class);
        require("enhanced.detection.id", detection.id());
        require("enhanced.detection.mission", detection.mission());
        SourceAssociation source = enhanced.source();
        require("enhanced.source.id", source.id());
        require("enhanced.source.name", source.name());
        require("enhanced.source.position", source.position());
        return new ClassifiableDetection(
                detection.id(),
                detection.mission(),
                source.id(),
                source.name(),
                new SkyPosition(source.position().raDeg(), source.position().decDeg()),
                featured.revision(),
                features(featured));
    }

    private static FeatureVector features(FeaturedDetection featured) {
        Map<String, Double> values = new HashMap<>();
        featured.features().forEach((name, feature) -> {
            require("features." + name, feature);
            if (feature.value() != null) {
                values.put(name, feature.value());
            }
        });
        return new FeatureVector(values);
    }

    private static void require(String field, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("required field " + field + " is missing");
        }
    }
}
