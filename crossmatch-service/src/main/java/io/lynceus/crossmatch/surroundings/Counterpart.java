package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.detection.Require;
import io.lynceus.crossmatch.match.PositionMatch;

/// A catalogue entry proposed as the same object as a detection.
///
/// @param catalogue name of the catalogue
/// @param role wavelength and precedence of the catalogue
/// @param entry the row
/// @param match of the two at the detection's epoch
/// @param anyMatchProbability `p_any`: some entry of this catalogue is the counterpart, in [0, 1]
/// @param matchProbability `p_i`: it is this one, given that one is, in [0, 1]
/// @param best whether no other entry of this catalogue is more probable; one candidate of a catalogue is
/// @param flag `match_flag`: 1 for a member of the most probable association over all catalogues, 2 of one nearly as
///     probable, 0 for others
/// @param terms why
public record Counterpart(
        String catalogue,
        CatalogueRole.Counterparts role,
        CatalogueEntry entry,
        PositionMatch match,
        double anyMatchProbability,
        double matchProbability,
        boolean best,
        int flag,
        MatchTerms terms) {
    public Counterpart {
        Require.probability("p_any", anyMatchProbability);
        Require.probability("p_i", matchProbability);
    }

    Counterpart asBest() {
        return new Counterpart(catalogue, role, entry, match, anyMatchProbability, matchProbability, true, flag, terms);
    }
}
