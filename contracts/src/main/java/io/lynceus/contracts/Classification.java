package io.lynceus.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A model's classification of a source: class, probabilities, and the evidence for them.
///
/// @param margin 2·P_max − 1, in [-1, 1]
/// @param outlierMeasure −log10 of the largest unnormalised class score, prior included
/// @param outlierFalseAlarm share of held-out sources of the class that are at least as unusual; `null` where the model
///     does not know
/// @param track terms whose sum over the track, less its log-sum-exp over classes, is ln P
/// @param alternatives the class that wins when one category is left out, where it is another
@JsonNaming(SnakeCaseStrategy.class)
public record Classification(
        @JsonProperty("class") String sourceClass,
        Map<String, Double> probabilities,
        double margin,
        double outlierMeasure,
        @Nullable Double outlierFalseAlarm,
        List<TrackEntry> track,
        List<Alternative> alternatives,
        ModelReference model) {

    /// One category's contribution, in natural logarithm, for every class.
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrackEntry(
            String category,
            Map<String, Double> lnEvidence,
            @Nullable List<FeatureEvidence> features) {}

    /// The contribution to its category of one feature, or of two together.
    ///
    /// @param value of the one feature; `null` where it is missing
    /// @param unit of the one feature
    /// @param joint the two features by name, `null` where there is one
    @JsonNaming(SnakeCaseStrategy.class)
    public record FeatureEvidence(
            String name,
            @Nullable Double value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String unit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> joint,

            Map<String, Double> lnEvidence) {}

    /// The class that wins without a category.
    @JsonNaming(SnakeCaseStrategy.class)
    public record Alternative(
            String without, @JsonProperty("class") String sourceClass) {}

    /// The model that made the classification.
    @JsonNaming(SnakeCaseStrategy.class)
    public record ModelReference(String name, String version) {}
}
