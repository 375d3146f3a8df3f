package io.lynceus.feature.messaging;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.FeaturedDetection;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.features.Absence;
import io.lynceus.feature.features.Feature;
import io.lynceus.feature.features.FeatureVector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes features as a [FeaturedDetection] has them.
final class FeaturedDetectionCodec {
    private FeaturedDetectionCodec() {}

    static AddedFields encode(FeatureVector vector, long revision) {
        Map<String, FeaturedDetection.Feature> features = new LinkedHashMap<>();
        for (Feature feature : vector.features()) {
            features.put(feature.definition().name(), encode(feature));
        }
        return new AddedFields(revision, vector.epochCount(), vector.spectrumMission(), features);
    }

    private static FeaturedDetection.Feature encode(Feature feature) {
        Optional<Measurement> measurement = feature.measurement();
        return new FeaturedDetection.Feature(
                measurement.map(Measurement::value).orElse(null),
                measurement.map(FeaturedDetectionCodec::error).orElse(null),
                feature.definition().unit(),
                feature.absence().map(FeaturedDetectionCodec::missing).orElse(null),
                measurement.map(Measurement::inputs).orElse(null));
    }

    private static FeaturedDetection.Missing missing(Absence absence) {
        return switch (absence) {
            case NO_COVERAGE -> FeaturedDetection.Missing.NO_COVERAGE;
            case NOT_DETECTED -> FeaturedDetection.Missing.NOT_DETECTED;
            case NOT_MEASURED -> FeaturedDetection.Missing.NOT_MEASURED;
        };
    }

    private static @Nullable Double error(Measurement measurement) {
        return measurement.error().isPresent() ? measurement.error().getAsDouble() : null;
    }

    /// The fields of a [FeaturedDetection] that this service adds to what it received.
    @JsonNaming(SnakeCaseStrategy.class)
    record AddedFields(
            long revision, int epochCount, String spectrumMission, Map<String, FeaturedDetection.Feature> features) {}
}
