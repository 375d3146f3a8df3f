package io.lynceus.gateway.services;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Classification.Alternative;
import io.lynceus.contracts.Classification.ModelReference;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.surveys.ClassificationReader;
import io.lynceus.gateway.surveys.RowResult.Classified;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Reads the wire record, but for its track, which is most of it.
@Singleton
class WireClassificationReader implements ClassificationReader {
    // What is needed of the record: the rest is passed over unread.
    record Whole(Summary classification) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Summary(
            @JsonProperty("class") String sourceClass,
            Map<String, Double> probabilities,
            double margin,
            double outlierMeasure,
            @Nullable Double outlierFalseAlarm,
            List<Alternative> alternatives,
            ModelReference model) {}

    @Override
    public Classified read(byte[] classifiedDetection) {
        try {
            return result(Wire.read(classifiedDetection, Whole.class).classification());
        } catch (UnreadableJson e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Classified result(Summary summary) {
        Double falseAlarm = summary.outlierFalseAlarm();
        return new Classified(
                summary.sourceClass(),
                summary.probabilities(),
                summary.margin(),
                summary.outlierMeasure(),
                falseAlarm == null ? OptionalDouble.empty() : OptionalDouble.of(falseAlarm),
                summary.alternatives().stream()
                        .map(Alternative::sourceClass)
                        .distinct()
                        .toList(),
                summary.model().name() + "/" + summary.model().version());
    }
}
