package io.lynceus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
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
    @JsonNaming(SnakeCaseStrategy.class)
    public record Feature(@Nullable Double value, @Nullable Double error, String unit) {}
}
