package io.lynceus.feature.features;

import static io.lynceus.feature.epoch.EpochBuilder.epoch;
import static io.lynceus.feature.features.Absence.NOT_DETECTED;
import static io.lynceus.feature.features.Absence.NOT_MEASURED;
import static io.lynceus.feature.features.Absence.NO_COVERAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.EpochBuilder;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.SearchedCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AbsenceTest {
    private static final SearchedCatalogue GAIA =
            new SearchedCatalogue("gaia-dr3", List.of("G", "BP", "RP", "parallax"));
    private static final SearchedCatalogue GALAXIES = new SearchedCatalogue("openngc", List.of("host_galaxy"));

    @Test
    void whatNoCatalogueLooksForIsNotCovered() {
        List<Feature> features = features(withFlux().searched(GAIA));

        assertEquals(Optional.of(NO_COVERAGE), absence(features, "colour_w1_w2"));
        assertEquals(Optional.of(NO_COVERAGE), absence(features, "log_fx_fw1"));
        assertEquals(Optional.of(NO_COVERAGE), absence(features, "proper_motion_log10"));
        assertEquals(Optional.of(NO_COVERAGE), absence(features, "host_offset"));
        assertEquals(Optional.of(NO_COVERAGE), absence(features, "long_term_ratio"));
    }

    @Test
    void whatACatalogueLooksForWithoutFindingIsNotDetected() {
        List<Feature> features = features(withFlux().searched(GAIA, GALAXIES));

        assertEquals(Optional.of(NOT_DETECTED), absence(features, "colour_bp_rp"));
        assertEquals(Optional.of(NOT_DETECTED), absence(features, "log_fx_fr"));
        assertEquals(Optional.of(NOT_DETECTED), absence(features, "absolute_magnitude_g"));
        assertEquals(Optional.of(NOT_DETECTED), absence(features, "host_offset"));
    }

    @Test
    void whatACounterpartLacksIsNotMeasured() {
        List<Feature> features = features(withFlux().searched(GAIA).counterparts(gaia(Map.of("G", 18.0, "RP", 17.0))));

        assertEquals(Optional.of(NOT_MEASURED), absence(features, "colour_bp_rp"));
        assertEquals(Optional.of(NOT_MEASURED), absence(features, "log_luminosity"));
        assertEquals(Optional.empty(), absence(features, "log_fx_fr"));
        assertEquals(Optional.of(NOT_MEASURED), absence(features, "photon_index"));
    }

    @Test
    void aBandOfAnotherSystemThatStandsInCovers() {
        SearchedCatalogue panstarrs = new SearchedCatalogue("ps1-dr2", List.of("g", "r"));

        assertEquals(Optional.of(NOT_DETECTED), absence(features(withFlux().searched(panstarrs)), "log_fx_fr"));
    }

    @Test
    void aSourceWithoutAFluxIsNotDetectedWhateverTheCatalogues() {
        List<Feature> features = features(
                epoch("limit").limit(0.5, 1.2, 1e-14).limit(1.2, 2, 1e-14).searched(GAIA));

        assertEquals(Optional.of(NOT_DETECTED), absence(features, "log_fx_fr"));
        assertEquals(Optional.of(NOT_DETECTED), absence(features, "hardness_ratio_1"));
        assertEquals(Optional.of(NOT_MEASURED), absence(features, "hardness_ratio_2"));
    }

    @Test
    void whereItIsNotKnownWhatWasSearchedEverythingCountsAsLookedFor() {
        assertEquals(Optional.of(NOT_DETECTED), absence(features(withFlux()), "colour_w1_w2"));
    }

    @Test
    void aFeatureNamesWhatItWasComputedFrom() {
        List<Feature> features = features(withFlux().counterparts(gaia(Map.of("G", 18.0, "BP", 18.5, "RP", 17.0))));

        assertEquals(List.of("seen", "gaia-dr3 RP"), inputs(features, "log_fx_fr"));
        assertEquals(List.of("gaia-dr3 BP", "gaia-dr3 RP"), inputs(features, "colour_bp_rp"));
        assertEquals(List.of("seen"), inputs(features, "galactic_latitude"));
    }

    @Test
    void aNegativeParallaxIsInformationAndNoDistance() {
        List<Feature> features = features(withFlux().counterparts(gaia(Map.of("G", 18.0))));

        Measurement significance =
                named(features, "parallax_significance").measurement().orElseThrow();
        // arsinh(-0.1 / 0.2), and one standard deviation of the ratio at that slope.
        assertEquals(-0.48121182505960347, significance.value(), 1e-12);
        assertEquals(0.8944271909999159, significance.error().orElseThrow(), 1e-12);
        assertEquals(Optional.of(NOT_MEASURED), absence(features, "absolute_magnitude_g"));
    }

    private static EpochBuilder withFlux() {
        return epoch("seen").flux(0.5, 7, 1e-13, 1e-14);
    }

    private static Counterpart gaia(Map<String, Double> magnitudes) {
        Map<String, Measurement> measured = new java.util.HashMap<>();
        magnitudes.forEach((band, magnitude) -> measured.put(band, Measurement.of(magnitude)));
        return new Counterpart(
                "gaia-dr3",
                1,
                OptionalDouble.of(0.99),
                measured,
                Optional.of(Measurement.of(-0.1, 0.2)),
                Optional.empty());
    }

    private static List<Feature> features(EpochBuilder epoch) {
        return new FeatureExtractor(RulesFile.shipped())
                .features(List.of(epoch.build()))
                .features();
    }

    private static Optional<Absence> absence(List<Feature> features, String name) {
        return named(features, name).absence();
    }

    private static List<String> inputs(List<Feature> features, String name) {
        return named(features, name).measurement().orElseThrow().inputs();
    }

    private static Feature named(List<Feature> features, String name) {
        return features.stream()
                .filter(feature -> feature.definition().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
