package io.lynceus.classifier.messaging;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.classifier.ClassifiableDetection;
import io.lynceus.classifier.feature.FeatureVector;
import io.lynceus.contracts.FeaturedDetection;
import io.lynceus.contracts.FeaturedDetection.Feature;
import io.lynceus.contracts.Wire;
import io.lynceus.sky.SkyPosition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads from a featured detection only what a model needs.
final class FeaturedDetectionCodec {
    private FeaturedDetectionCodec() {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Featured(
            @Nullable Enhanced enhanced,
            long revision,
            @Nullable String spectrumMission,
            @Nullable Map<String, @Nullable Feature> features) {}

    private record Enhanced(
            @Nullable Detection detection, @Nullable Source source) {}

    private record Detection(@Nullable String id, @Nullable String mission) {}

    private record Source(
            @Nullable String id,
            @Nullable String name,
            @Nullable Position position,
            @Nullable Integer revision) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Position(double raDeg, double decDeg) {}

    /// @throws io.lynceus.contracts.UnreadableJson if these bytes are no featured detection
    /// @throws IllegalArgumentException if a value is missing or impossible
    static ClassifiableDetection decode(byte[] json) {
        Featured featured = Wire.read(json, Featured.class);
        Enhanced enhanced = required("enhanced", featured.enhanced());
        Detection detection = required("enhanced.detection", enhanced.detection());
        Source source = required("enhanced.source", enhanced.source());
        Position position = required("enhanced.source.position", source.position());
        String mission = required("enhanced.detection.mission", detection.mission());
        return new ClassifiableDetection(
                required("enhanced.detection.id", detection.id()),
                source.revision() == null ? 1 : source.revision(),
                mission,
                featured.spectrumMission() == null ? mission : featured.spectrumMission(),
                required("enhanced.source.id", source.id()),
                required("enhanced.source.name", source.name()),
                new SkyPosition(position.raDeg(), position.decDeg()),
                featured.revision(),
                features(required("features", featured.features())));
    }

    private static FeatureVector features(Map<String, @Nullable Feature> features) {
        Map<String, Double> values = new HashMap<>();
        Set<String> uncovered = new HashSet<>();
        features.forEach((name, feature) -> {
            Double value = required("features." + name, feature).value();
            if (value != null) {
                values.put(name, value);
            } else if (feature.missing() == FeaturedDetection.Missing.NO_COVERAGE) {
                uncovered.add(name);
            }
        });
        return new FeatureVector(values, uncovered);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("required field " + field + " is missing");
        }
        return value;
    }
}
