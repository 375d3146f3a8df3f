package io.lynceus.crossmatch;

/// A catalogue entry proposed as the same object as a detection, pairwise in its catalogue.
///
/// @param catalogue name of the catalogue
/// @param role wavelength and precedence of the catalogue
/// @param entry the row
/// @param match at the detection's epoch
/// @param anyMatchProbability `p_any`: some entry of this catalogue is the counterpart, in [0, 1]
/// @param matchProbability `p_i`: it is this one, given that one is, in [0, 1]
/// @param best whether no other entry of this catalogue is more probable; one candidate of a catalogue is
public record Counterpart(
        String catalogue,
        CatalogueRole.Counterparts role,
        CatalogueEntry entry,
        PositionMatch match,
        double anyMatchProbability,
        double matchProbability,
        boolean best) {
    public Counterpart {
        Require.probability("p_any", anyMatchProbability);
        Require.probability("p_i", matchProbability);
    }
}
