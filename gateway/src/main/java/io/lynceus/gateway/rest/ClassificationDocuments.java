package io.lynceus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Classification;
import io.lynceus.contracts.Classification.Alternative;
import io.lynceus.contracts.Classification.ModelReference;
import io.lynceus.contracts.Classification.TrackEntry;
import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.Outcome;
import io.lynceus.gateway.Outcome.Passed;
import io.lynceus.gateway.Outcome.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer of `POST /api/v1/classify`.
final class ClassificationDocuments {
    private ClassificationDocuments() {}

    record Classifications(List<RawJson> classifications) {}

    /// A detection that was classified.
    @JsonNaming(SnakeCaseStrategy.class)
    record Classified(
            String detectionId,
            @JsonProperty("class") String sourceClass,
            Map<String, Double> probabilities,
            double margin,
            double outlierMeasure,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double outlierFalseAlarm,

            List<TrackEntry> track,
            List<Alternative> alternatives,
            RawJson counterparts,
            RawJson identifications,
            RawJson features,
            ModelReference model) {}

    /// A detection that could not be, with the reason at its place.
    @JsonNaming(SnakeCaseStrategy.class)
    record Failed(@Nullable String detectionId, RawJson error) {}

    // What is needed of the records inside: the rest is passed over unread.
    record Featured(RawJson enhanced, RawJson features) {}

    record Enhanced(RawJson counterparts, RawJson identifications) {}

    static RawJson entry(@Nullable String detectionId, Outcome outcome) {
        return RawJson.of(Wire.write(
                switch (outcome) {
                    case Passed(JsonDocument classified) -> classified(String.valueOf(detectionId), classified);
                    case Refused(JsonDocument problem) -> new Failed(detectionId, RawJson.of(problem.utf8()));
                }));
    }

    private static Classified classified(String detectionId, JsonDocument document) {
        ClassifiedDetection classified = Wire.read(document.utf8(), ClassifiedDetection.class);
        Featured featured = classified.featured().as(Featured.class);
        Enhanced enhanced = featured.enhanced().as(Enhanced.class);
        Classification classification = classified.classification();
        return new Classified(
                detectionId,
                classification.sourceClass(),
                classification.probabilities(),
                classification.margin(),
                classification.outlierMeasure(),
                classification.outlierFalseAlarm(),
                classification.track(),
                classification.alternatives(),
                enhanced.counterparts(),
                enhanced.identifications(),
                featured.features(),
                classification.model());
    }
}
