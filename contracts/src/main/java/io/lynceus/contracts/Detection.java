package io.lynceus.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One X-ray source found in one observation, as a mission, a catalogue or an astronomer reports it.
///
/// @param schema identifier of the schema, `null` over REST
/// @param id unique name of the detection, up to 200 characters
/// @param start start of the observation, ISO 8601 UTC; absent: the instrument's mean epoch
/// @param bands fluxes by energy band, at least one with a flux or an upper limit
/// @param intraObservationVariability probability in [0, 1] that the flux varies within the observation
/// @param interObservationVariability probability in [0, 1] that the flux varies between observations
/// @param photonIndex Γ of a power-law fit, where the catalogue gives one
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Detection(
        @JsonProperty("$schema") @Nullable String schema,
        String id,
        String mission,
        @Nullable String instrument,
        @Nullable String sourceName,
        @Nullable String start,
        Position position,
        List<Band> bands,
        @Nullable Double signalToNoise,
        @Nullable Double intraObservationVariability,
        @Nullable Double interObservationVariability,
        @Nullable Double photonIndex,
        @Nullable Double photonIndexError) {

    /// ICRS position with its error ellipse. Angles run from north through east.
    ///
    /// @param errorContainment probability that the ellipse holds the true position; absent: the instrument's
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Position(
            double raDeg,
            double decDeg,
            double errorMajorArcsec,
            @Nullable Double errorMinorArcsec,
            @Nullable Double errorAngleDeg,
            @Nullable Double errorContainment) {}

    /// The energy flux [erg cm⁻² s⁻¹] in one band [keV], or its upper limit.
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Band(
            String name,
            double lowKev,
            double highKev,
            @Nullable Double fluxCgs,
            @Nullable Double fluxErrorCgs,
            @Nullable Double upperLimitCgs,
            @Nullable Double upperLimitConfidence) {}

    /// The same detection with its schema named, as it goes to [Topic#DETECTIONS].
    public Detection withSchema() {
        return new Detection(
                Topic.DETECTIONS.schema().id(),
                id,
                mission,
                instrument,
                sourceName,
                start,
                position,
                bands,
                signalToNoise,
                intraObservationVariability,
                interObservationVariability,
                photonIndex,
                photonIndexError);
    }
}
