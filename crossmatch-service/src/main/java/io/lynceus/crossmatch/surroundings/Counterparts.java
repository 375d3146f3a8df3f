package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.detection.Require;
import java.util.List;

/// The counterparts of a detection in all counterpart catalogues, judged together.
///
/// @param candidates catalogue by catalogue, the most probable first
/// @param anyMatchProbability `p_any`: some entry of some catalogue is the counterpart, in [0, 1]
/// @param associations the flagged ones, the most probable first
public record Counterparts(List<Counterpart> candidates, double anyMatchProbability, List<Association> associations) {
    public static final Counterparts NONE = new Counterparts(List.of(), 0, List.of());

    public Counterparts {
        candidates = List.copyOf(candidates);
        associations = List.copyOf(associations);
        Require.probability("p_any", anyMatchProbability);
    }
}
