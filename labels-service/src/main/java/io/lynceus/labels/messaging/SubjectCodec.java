package io.lynceus.labels.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.Subject;
import io.lynceus.sky.SkyPosition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the subject out of a [io.lynceus.contracts.ClassifiedDetection], in one pass that takes nothing else.
final class SubjectCodec {
    private SubjectCodec() {}

    private record Classified(
            @Nullable Featured featured,
            long activation,
            @Nullable Classification classification) {}

    private record Featured(@Nullable Enhanced enhanced, long revision) {}

    private record Enhanced(@Nullable Source source) {}

    private record Source(
            @Nullable String id,
            @Nullable String name,
            @Nullable Position position) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Position(double raDeg, double decDeg) {}

    private record Classification(
            @JsonProperty("class") @Nullable String sourceClass,
            @Nullable Map<String, Double> probabilities) {}

    /// @throws io.lynceus.contracts.UnreadableJson if these bytes are no classified detection
    /// @throws IllegalArgumentException if a value is missing or impossible
    static Subject decode(byte[] json) {
        Classified classified = Wire.read(json, Classified.class);
        Classification classification = required("classification", classified.classification());
        Featured featured = required("featured", classified.featured());
        Source source = required(
                "featured.enhanced.source",
                required("featured.enhanced", featured.enhanced()).source());
        Position position = required("featured.enhanced.source.position", source.position());
        return new Subject(
                required("featured.enhanced.source.id", source.id()),
                required("featured.enhanced.source.name", source.name()),
                new SkyPosition(position.raDeg(), position.decDeg()),
                required("classification.class", classification.sourceClass()),
                required("classification.probabilities", classification.probabilities()),
                classified.activation(),
                featured.revision());
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("required field " + field + " is missing");
        }
        return value;
    }
}
