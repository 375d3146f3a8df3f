package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.detection.Require;
import java.util.List;

/// A detection taken to be one object with entries of several catalogues, at most one of each.
///
/// @param members the entries, by catalogue
/// @param log10BayesFactor `dist_bayesfactor`: evidence of all positions being one object
/// @param distancePosterior `dist_post`: probability over no association, from positions alone, in [0, 1]
/// @param singlePosterior `p_single`: the same with magnitudes
/// @param matchProbability `p_i`: among all associations, given that there is a counterpart, in [0, 1]
/// @param flag `match_flag`: 1 for the most probable, 2 for one nearly as probable
public record Association(
        List<Member> members,
        double log10BayesFactor,
        double distancePosterior,
        double singlePosterior,
        double matchProbability,
        int flag) {
    public Association {
        members = List.copyOf(members);
        Require.probability("dist_post", distancePosterior);
        Require.probability("p_single", singlePosterior);
        Require.probability("p_i", matchProbability);
    }

    /// An entry of a catalogue.
    ///
    /// @param catalogue its name
    /// @param entryId the entry's id there
    public record Member(String catalogue, String entryId) {}
}
