package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.Require;
import io.lynceus.crossmatch.detection.XrayDetection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Prior from magnitudes: how much more common one is among counterparts than in the field. Learned from secure
/// matches.
///
/// In bins that hold equal shares of the counterparts the ratio of both shares, smoothed towards 1: with s counterparts
/// of S in a bin that holds the share f of the field, (s + a f) / ((S + a) f), a = 10. The field's mean of the ratio is
/// 1. An entry without the magnitude gets the ratio 1, and is neither favoured nor punished.
///
/// Source: Salvato et al. 2018, MNRAS 473, 4937, sect. 3.3 and appendix B, doi:10.1093/mnras/stx2651; the smoothing is
/// ours: the posterior mean of the shares, before which the counterparts are taken to be like the field.
///
/// @param band the magnitude
/// @param counterparts secure matches that it was learned from
/// @param field entries that no source is near
/// @param edges upper edge of every bin but the last, which has none [mag], rising
/// @param log10Weights of every bin
public record MagnitudePrior(String band, int counterparts, int field, List<Double> edges, List<Double> log10Weights) {
    /// Secure matches below which nothing is learned. Source: NWAY 4.7.1, which asks for as many.
    private static final int FEWEST = 100;

    /// Probability of a secure match. Source: NWAY 4.7.1, default of `--mag-auto-minprob`.
    private static final double SECURE = 0.9;

    private static final int BINS = 15;

    /// Counterparts like the field that are added to the measured ones. Source: choice; a bin of FEWEST / BINS is
    /// believed by half.
    private static final double ASSUMED = 10;

    public MagnitudePrior {
        Require.text("band", band);
        edges = List.copyOf(edges);
        log10Weights = List.copyOf(log10Weights);
        if (log10Weights.size() != edges.size() + 1) {
            throw new IllegalArgumentException(
                    log10Weights.size() + " weights for " + edges.size() + " edges, must be one more");
        }
    }

    /// Learns from what is found at the positions of detections, and of the same shifted to where none of them is.
    ///
    /// A match is secure if the best candidate is the counterpart with a probability above 0.9. The field is all
    /// entries within the search radius of a shifted position.
    ///
    /// @throws IllegalArgumentException where the catalogue is a selection, or matches are too few
    public static MagnitudePrior learned(
            ReferenceCatalogue catalogue,
            CounterpartSearch search,
            String band,
            List<XrayDetection> detections,
            List<XrayDetection> fakes) {
        if (!catalogue.profile().complete()) {
            throw new IllegalArgumentException(
                    "catalogue " + catalogue.version().name()
                            + " is a selection (complete: false): its rows do not tell what the field is like");
        }
        double[] secure = detections.stream()
                .flatMap(detection -> search.counterparts(detection, List.of(catalogue)).candidates().stream())
                .filter(one -> one.best() && one.anyMatchProbability() * one.matchProbability() > SECURE)
                .flatMap(one -> Optional.ofNullable(one.entry().magnitudes().get(band)).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] field = fakes.stream()
                .flatMap(fake -> Neighbour.of(fake, catalogue, search.radiusArcsec(fake)).stream())
                .flatMap(one -> Optional.ofNullable(one.entry().magnitudes().get(band)).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return learned(band, secure, field);
    }

    /// Learns from magnitudes [mag].
    ///
    /// @param counterparts of secure matches
    /// @param field of entries that no source is near
    /// @throws IllegalArgumentException where either are too few
    static MagnitudePrior learned(String band, double[] counterparts, double[] field) {
        if (counterparts.length < FEWEST || field.length < FEWEST) {
            throw new IllegalArgumentException("magnitudes in " + band + " are known of " + counterparts.length
                    + " secure counterparts and " + field.length + " field entries, must be at least " + FEWEST);
        }
        double[] sorted = counterparts.clone();
        Arrays.sort(sorted);
        List<Double> edges = new ArrayList<>();
        for (int bin = 1; bin < BINS; bin++) {
            double edge = sorted[bin * sorted.length / BINS];
            if (edges.isEmpty() || edge > edges.getLast()) {
                edges.add(edge);
            }
        }
        int[] ofCounterparts = counts(edges, counterparts);
        int[] ofField = counts(edges, field);
        List<Double> weights = new ArrayList<>();
        int bins = edges.size() + 1;
        for (int bin = 0; bin < bins; bin++) {
            // One entry of the field, spread over all bins: no bin is empty.
            double share = (ofField[bin] + 1.0 / bins) / (field.length + 1);
            weights.add(
                    Math.log10((ofCounterparts[bin] + ASSUMED * share) / ((counterparts.length + ASSUMED) * share)));
        }
        return new MagnitudePrior(band, counterparts.length, field.length, edges, weights);
    }

    private static int[] counts(List<Double> edges, double[] magnitudes) {
        int[] counts = new int[edges.size() + 1];
        for (double magnitude : magnitudes) {
            counts[bin(edges, magnitude)]++;
        }
        return counts;
    }

    private static int bin(List<Double> edges, double magnitude) {
        int bin = 0;
        while (bin < edges.size() && magnitude >= edges.get(bin)) {
            bin++;
        }
        return bin;
    }

    /// log10 of how much an entry's magnitude speaks for it; 0 where it has none.
    double log10Weight(CatalogueEntry entry) {
        Double magnitude = entry.magnitudes().get(band);
        return magnitude == null ? 0 : log10Weights.get(bin(edges, magnitude));
    }
}
