package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.Require;
import io.lynceus.crossmatch.detection.XrayDetection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Cutoffs on a catalogue's `p_any`, found with shifted X-ray positions, which have no counterpart.
///
/// Source: Salvato et al. 2018, MNRAS 473, 4937, sect. 4, doi:10.1093/mnras/stx2651 (fake catalogues); the rates are
/// those of Tranin et al. 2022, A&A 657, A138, doi:10.1051/0004-6361/202141259.
///
/// @param catalogue that was searched
/// @param mission of the shifted detections
/// @param fakes shifted positions, >= 1
/// @param cutoffs by rising rate
public record Calibration(CatalogueVersion catalogue, String mission, int fakes, List<Cutoff> cutoffs) {
    /// Fewest fake positions above the cutoff of the lowest rate: below it, the cutoff is noise.
    /// Source: choice; a statistical error of a third of the rate.
    private static final int FEWEST_ABOVE = 10;

    public Calibration {
        Require.text("mission", mission);
        Require.positive("fake positions", fakes, "");
        cutoffs = List.copyOf(cutoffs);
    }

    /// Where the false positives have fallen to a rate.
    ///
    /// @param falsePositiveRate share of the fake positions with at least this `p_any` that may remain, in (0, 1)
    /// @param anyMatchProbability the cutoff on `p_any`, in [0, 1]
    /// @param remaining share of the real detections with at least that, in [0, 1]
    public record Cutoff(double falsePositiveRate, double anyMatchProbability, double remaining) {
        public Cutoff {
            Require.chance("false positive rate", falsePositiveRate);
            Require.probability("cutoff on p_any", anyMatchProbability);
            Require.probability("remaining detections", remaining);
        }
    }

    /// Finds the cutoffs of a catalogue.
    ///
    /// @param detections of the mission
    /// @param fakes the same, shifted to where none of them is
    /// @param rates of false positives, each in (0, 1)
    /// @param magnitudes the prior that the catalogue is matched with
    /// @throws IllegalArgumentException where the catalogue is a selection, or the fakes are too few for the lowest
    /// rate
    public static Calibration of(
            ReferenceCatalogue catalogue,
            CounterpartSearch search,
            String mission,
            List<XrayDetection> detections,
            List<XrayDetection> fakes,
            List<Double> rates,
            Optional<MagnitudePrior> magnitudes) {
        String name = catalogue.version().name();
        if (!(catalogue.profile().role() instanceof CatalogueRole.Counterparts)) {
            throw new IllegalArgumentException("catalogue " + name + " has no counterparts to calibrate: its role is "
                    + catalogue.profile().role());
        }
        if (!catalogue.profile().complete()) {
            throw new IllegalArgumentException("catalogue " + name + " is a selection (complete: false): at a shifted"
                    + " position it has fewer rows than the sky has objects, so that the cutoff would be too low");
        }
        double lowest = rates.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        if (!(fakes.size() * lowest >= FEWEST_ABOVE)) {
            throw new IllegalArgumentException(
                    fakes.size() + " fake positions are too few for a false positive rate of " + lowest
                            + ": must be at least " + (long) Math.ceil(FEWEST_ABOVE / lowest));
        }
        Map<CatalogueVersion, MagnitudePrior> priors =
                magnitudes.map(prior -> Map.of(catalogue.version(), prior)).orElse(Map.of());
        double[] ofFakes = anyMatches(catalogue, search, priors, fakes);
        double[] ofDetections = anyMatches(catalogue, search, priors, detections);
        List<Cutoff> cutoffs = new ArrayList<>();
        for (double rate : rates.stream().sorted().toList()) {
            double cutoff = cutoff(ofFakes, rate);
            double remaining =
                    DoubleStream.of(ofDetections).filter(any -> any >= cutoff).count()
                            / (double) Math.max(1, ofDetections.length);
            cutoffs.add(new Cutoff(rate, cutoff, remaining));
        }
        return new Calibration(catalogue.version(), mission, fakes.size(), cutoffs);
    }

    private static double[] anyMatches(
            ReferenceCatalogue catalogue,
            CounterpartSearch search,
            Map<CatalogueVersion, MagnitudePrior> priors,
            List<XrayDetection> detections) {
        return detections.stream()
                .mapToDouble(detection -> search.counterparts(detection, List.of(catalogue), priors)
                        .anyMatchProbability())
                .sorted()
                .toArray();
    }

    /// The least value that at most a share of the values reach; 1 where even the largest is too common.
    private static double cutoff(double[] ascending, double rate) {
        int most = (int) Math.floor(rate * ascending.length);
        int first = ascending.length - most;
        while (first < ascending.length && first > 0 && ascending[first] == ascending[first - 1]) {
            first++;
        }
        return first < ascending.length ? ascending[first] : 1;
    }
}
