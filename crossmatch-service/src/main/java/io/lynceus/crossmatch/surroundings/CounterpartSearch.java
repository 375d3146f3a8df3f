package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.Require;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.match.MatchOptions;
import io.lynceus.crossmatch.match.NwayMatch;
import io.lynceus.crossmatch.match.UnrelatedCredit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counterparts of a detection in all catalogues at once, with their probabilities in NWAY's sense.
///
/// A detection and at most one entry of each catalogue make an association. [NwayMatch] weighs it by the Bayes factor
/// of all positions (exact for ellipses), the local density and completeness of each catalogue, and what the other
/// entries are to each other. `p_any` of a catalogue is the probability of all associations with an entry of it, `p_i`
/// of an entry its share of them. With one catalogue these are NWAY's, for a prior completeness of c/(1-c) in NWAY's
/// sense; an association is not extended by an entry of odds below 1e-9, see [MatchOptions].
///
/// Source: Salvato et al. 2018, MNRAS 473, 4937, appendix B, doi:10.1093/mnras/stx2651.
///
/// @param radiusArcsec candidates lie within this [arcsec], > 0, or within
/// @param sigmas times the detection's major per-axis error, > 0, where that is wider
/// @param completeness probability that the counterpart is in a catalogue that does not say its own, in (0, 1); 0.5 is
///     NWAY's default of 1, since NWAY counts a counterpart that is not there as 1 and not as 1 - c
/// @param systematicArcsec per-axis error added to the positions of a catalogue that does not say its own [arcsec], >=
/// 0
/// @param mostCandidates how many candidates of a catalogue are kept, and how many associations, the most probable
///     ones, >= 1; all of them count in the probabilities
public record CounterpartSearch(
        double radiusArcsec, double sigmas, double completeness, double systematicArcsec, int mostCandidates) {
    /// Odds below which an association is not followed. Source: choice; 1000 candidates make it a relative error of
    /// 1e-6 at most.
    private static final double LEAST_ODDS = 1e-9;

    private static final MatchOptions OPTIONS =
            new MatchOptions(Double.POSITIVE_INFINITY, MatchOptions.SECONDARY_RATIO, UnrelatedCredit.ALL, LEAST_ODDS);

    /// Catalogues with motions first: their entries take those of the others along.
    private static final Comparator<NearbyEntries> MOVING_FIRST =
            Comparator.comparing((NearbyEntries near) -> !near.moving()).thenComparing(NearbyEntries::catalogue);

    public CounterpartSearch {
        Require.positive("candidate radius", radiusArcsec, "arcsec");
        Require.positive("candidate radius", sigmas, "sigma");
        Require.chance("completeness", completeness);
        Require.notNegative("systematic error", systematicArcsec, "arcsec");
        if (mostCandidates < 1) {
            throw new IllegalArgumentException("candidates kept are " + mostCandidates + ", must be >= 1");
        }
    }

    /// How far from a detection candidates may lie [arcsec].
    double radiusArcsec(XrayDetection detection) {
        return Math.max(radiusArcsec, sigmas * detection.covariance().sigmaMajorArcsec());
    }

    /// The candidates in all counterpart catalogues among these, by their positions alone; other catalogues are
    /// passed over.
    public Counterparts counterparts(XrayDetection detection, List<ReferenceCatalogue> catalogues) {
        return counterparts(detection, catalogues, Map.of());
    }

    /// The same, with the magnitudes of the catalogues that have a prior.
    public Counterparts counterparts(
            XrayDetection detection,
            List<ReferenceCatalogue> catalogues,
            Map<CatalogueVersion, MagnitudePrior> magnitudePriors) {
        List<NearbyEntries> near = catalogues.stream()
                .filter(catalogue -> catalogue.profile().role() instanceof CatalogueRole.Counterparts)
                .map(catalogue -> NearbyEntries.of(
                        detection, catalogue, this, Optional.ofNullable(magnitudePriors.get(catalogue.version()))))
                .filter(entries -> !entries.neighbours().isEmpty())
                .sorted(MOVING_FIRST)
                .toList();
        return near.isEmpty()
                ? Counterparts.NONE
                : new CounterpartRanking(
                                near,
                                new NwayMatch(OPTIONS)
                                        .associate(
                                                detection.covariance(),
                                                near.stream()
                                                        .map(NearbyEntries::candidates)
                                                        .toList()))
                        .counterparts(detection, mostCandidates);
    }
}
