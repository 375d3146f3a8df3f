package io.lynceus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/// A featured detection with the class of its source.
///
/// @param featured the [FeaturedDetection] as received, byte for byte
/// @param activation number of the model activation that classified; results are ordered by (activation, revision)
@JsonNaming(SnakeCaseStrategy.class)
public record ClassifiedDetection(
        @JsonProperty("$schema") String schema, RawJson featured, long activation, Classification classification) {}
