package io.lynceus.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An enhanced detection with the features of its source after all its epochs.
///
/// @param enhanced the [EnhancedDetection] as received, byte for byte
/// @param revision number of effects on this source so far, from 1; a larger one describes a later state
/// @param epochCount number of epochs the features were computed from
/// @param spectrumMission mission of the epoch that gave the flux and the hardness ratios, to whose bands they refer
/// @param features by name; a missing feature is present with a `null` value
@JsonNaming(SnakeCaseStrategy.class)
public record FeaturedDetection(
        @JsonProperty("$schema") String schema,
        RawJson enhanced,
        long revision,
        int epochCount,
        @Nullable String spectrumMission,
        Map<String, Feature> features) {

    /// One measured property of a source.
    ///
    /// @param error 1σ error propagated from the inputs, in the same unit
    /// @param unit empty for a pure number
    /// @param missing why there is no value; `null` where there is one
    /// @param inputs origin of the value: ids of detections, and catalogues with the measured quantity, such as
    ///     `gaia-dr3 G`; `null` where there is no value
    @JsonNaming(SnakeCaseStrategy.class)
    public record Feature(
            @Nullable Double value,
            @Nullable Double error,
            String unit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Missing missing,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> inputs) {}

    /// Why a feature has no value.
    public enum Missing {
        /// Nothing that could tell has looked here: no catalogue of that kind covers the position, or the source was
        /// observed once. It says nothing of the source.
        @JsonProperty("no_coverage")
        NO_COVERAGE,
        /// The observation found nothing here: no counterpart, no host galaxy, no flux.
        @JsonProperty("not_detected")
        NOT_DETECTED,
        /// The object found here lacks this measurement.
        @JsonProperty("not_measured")
        NOT_MEASURED
    }
}
