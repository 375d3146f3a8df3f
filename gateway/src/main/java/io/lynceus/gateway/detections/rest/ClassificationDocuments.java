package io.lynceus.gateway.detections.rest;

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
import io.lynceus.gateway.detections.HopResult;
import io.lynceus.gateway.detections.HopResult.Passed;
import io.lynceus.gateway.detections.HopResult.Rejected;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer of `POST /api/v1/classify`.
final class ClassificationDocuments {
    private ClassificationDocuments() {}

    record Classifications(List<RawJson> classifications) {}

    /// A detection that was classified.
    @JsonNaming(SnakeCaseStrategy.class)
    record ClassifiedEntry(
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

    /// A detection that was rejected, with the problem document in its place.
    @JsonNaming(SnakeCaseStrategy.class)
    record RejectedEntry(@Nullable String detectionId, RawJson error) {}

    // Only the fields that are needed: the others are skipped unread.
    record Featured(RawJson enhanced, RawJson features) {}

    record Enhanced(RawJson counterparts, RawJson identifications) {}

    static RawJson entry(@Nullable String detectionId, HopResult result) {
        return RawJson.of(Wire.write(
                switch (result) {
                    case Passed(RawJson classified) -> classified(String.valueOf(detectionId), classified);
                    case Rejected(RawJson problem) -> new RejectedEntry(detectionId, problem);
                }));
    }

    private static ClassifiedEntry classified(String detectionId, RawJson document) {
        ClassifiedDetection classified = document.as(ClassifiedDetection.class);
        Featured featured = classified.featured().as(Featured.class);
        Enhanced enhanced = featured.enhanced().as(Enhanced.class);
        Classification classification = classified.classification();
        return new ClassifiedEntry(
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
