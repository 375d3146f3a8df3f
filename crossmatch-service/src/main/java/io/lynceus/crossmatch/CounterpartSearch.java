package io.lynceus.crossmatch;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Counterparts of a detection in one catalogue, with their probabilities in NWAY's sense.
///
/// The odds of candidate i over no association are o_i = c B_i / (n 4 pi): B_i its Bayes factor, n the catalogue's
/// density and c the probability that the counterpart is in the catalogue. `p_any` = S / (1 + S) with S the sum of all
/// odds; `p_i` = o_i / S. Each catalogue is taken by itself.
///
/// Source: Salvato et al. 2018, MNRAS 473, 4937, appendix B, doi:10.1093/mnras/stx2651.
///
/// @param radiusArcsec candidates lie within this [arcsec], > 0, or within
/// @param sigmas times the detection's major per-axis error, > 0, where that is wider
/// @param completeness probability that the counterpart is in the catalogue, in (0, 1]
/// @param mostCandidates how many candidates of a catalogue are kept, the most probable ones, >= 1; all of them count
///     in the probabilities
public record CounterpartSearch(double radiusArcsec, double sigmas, double completeness, int mostCandidates) {
    private static final Comparator<Neighbour> MOST_PROBABLE_FIRST = Comparator.comparingDouble(
                    (Neighbour neighbour) -> -neighbour.match().log10BayesFactor())
            .thenComparingDouble(neighbour -> neighbour.match().separationArcsec())
            .thenComparing(neighbour -> neighbour.entry().id());

    public CounterpartSearch {
        Require.positive("candidate radius", radiusArcsec, "arcsec");
        Require.positive("candidate radius", sigmas, "sigma");
        Require.positive("completeness", completeness, "");
        Require.probability("completeness", completeness);
        if (mostCandidates < 1) {
            throw new IllegalArgumentException("candidates kept are " + mostCandidates + ", must be >= 1");
        }
    }

    /// The candidates in one catalogue, the most probable first.
    List<Counterpart> counterparts(
            XrayDetection detection, ReferenceCatalogue catalogue, CatalogueRole.Counterparts role) {
        double radius = Math.max(radiusArcsec, sigmas * detection.covariance().sigmaMajorArcsec());
        List<Neighbour> candidates = Neighbour.of(detection, catalogue, radius).stream()
                .sorted(MOST_PROBABLE_FIRST)
                .toList();
        double density = catalogue.profile().densityPerSqDeg();
        double[] odds = candidates.stream()
                .mapToDouble(candidate -> candidate.match().odds(density, completeness))
                .toArray();
        double sum = IntStream.range(0, odds.length).mapToDouble(i -> odds[i]).sum();
        return IntStream.range(0, Math.min(mostCandidates, odds.length))
                .mapToObj(i -> new Counterpart(
                        catalogue.version().name(),
                        role,
                        candidates.get(i).entry(),
                        candidates.get(i).match(),
                        sum / (1 + sum),
                        sum > 0 ? Math.min(1, odds[i] / sum) : 1.0 / odds.length,
                        i == 0))
                .toList();
    }
}
