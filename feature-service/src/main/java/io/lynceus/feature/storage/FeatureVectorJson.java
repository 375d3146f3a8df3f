package io.lynceus.feature.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.features.Absence;
import io.lynceus.feature.features.Feature;
import io.lynceus.feature.features.FeatureDefinition;
import io.lynceus.feature.features.FeatureVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Feature vectors as JSON, the form they are stored in; a golden file holds it.
///
/// Version 0.1 stored the same fields, and a revision beside them.
final class FeatureVectorJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Stored.class);
    private static final ObjectReader READER = MAPPER.readerFor(Stored.class);

    private FeatureVectorJson() {}

    private record Stored(int epochCount, String spectrumMission, Map<String, StoredFeature> features) {}

    private record StoredFeature(
            @Nullable Double value,
            @Nullable Double error,
            String unit,
            @Nullable String missing,
            @Nullable List<String> inputs) {
        static StoredFeature of(Feature feature) {
            Measurement measurement = feature.measurement().orElse(null);
            return new StoredFeature(
                    measurement == null ? null : measurement.value(),
                    measurement == null || measurement.error().isEmpty()
                            ? null
                            : measurement.error().getAsDouble(),
                    feature.definition().unit(),
                    feature.absence()
                            .map(absence -> absence.name().toLowerCase(Locale.ROOT))
                            .orElse(null),
                    measurement == null ? null : measurement.inputs());
        }

        Feature feature(String name) {
            return new Feature(
                    new FeatureDefinition(name, unit),
                    Optional.ofNullable(value)
                            .map(known -> new Measurement(
                                    known,
                                    error == null ? OptionalDouble.empty() : OptionalDouble.of(error),
                                    inputs == null ? List.of() : inputs)),
                    Optional.ofNullable(missing).map(reason -> Absence.valueOf(reason.toUpperCase(Locale.ROOT))));
        }
    }

    static byte[] write(FeatureVector vector) {
        Map<String, StoredFeature> features = new LinkedHashMap<>();
        vector.features().forEach(feature -> features.put(feature.definition().name(), StoredFeature.of(feature)));
        try {
            return WRITER.writeValueAsBytes(new Stored(vector.epochCount(), vector.spectrumMission(), features));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write features", e);
        }
    }

    static FeatureVector read(byte[] json) {
        try {
            Stored stored = READER.readValue(json);
            return new FeatureVector(
                    stored.features().entrySet().stream()
                            .map(entry -> entry.getValue().feature(entry.getKey()))
                            .toList(),
                    stored.spectrumMission(),
                    stored.epochCount());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read stored features", e);
        }
    }
}
