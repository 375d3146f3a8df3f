package io.lynceus.labels;

import java.util.List;

/// What settling some sources changed.
///
/// @param sources in the order of their ids
/// @param counted votes that count from now on
/// @param state of the crowd afterwards
public record Settlement(List<SettledSource> sources, List<CountedVote> counted, CrowdState state) {
    public Settlement {
        sources = List.copyOf(sources);
        counted = List.copyOf(counted);
    }
}
