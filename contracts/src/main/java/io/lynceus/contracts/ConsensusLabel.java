package io.lynceus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/// The volunteers' class of a source, from all votes together.
///
/// @param confidence probability in [0, 1] that the class is right, by the method named
/// @param agreement share of the votes, in [0, 1], that name this class
/// @param votes number of votes by answer
/// @param voters number of volunteers who voted
/// @param method how votes became a consensus (`dawid-skene`)
@JsonNaming(SnakeCaseStrategy.class)
public record ConsensusLabel(
        @JsonProperty("$schema") String schema,
        String sourceId,
        @JsonProperty("class") String sourceClass,
        double confidence,
        double agreement,
        Map<String, Integer> votes,
        int voters,
        String method) {}
