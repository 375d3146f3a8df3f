package io.lynceus.feature.features;

import static io.lynceus.feature.epoch.EpochBuilder.epoch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.EpochBuilder;
import io.lynceus.feature.epoch.HostGalaxy;
import io.lynceus.feature.epoch.Measurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Expected numbers: src/test/reference/features.py.
class FeatureExtractorTest {
    private static final double EXACT = 1e-9;

    /// The reference errors are spreads of random draws.
    private static final double DRAWN = 3e-3;

    private static final Counterpart GAIA = new Counterpart(
            "gaia-dr3",
            1,
            OptionalDouble.of(0.97),
            Map.of("G", Measurement.of(18), "BP", Measurement.of(18.5), "RP", Measurement.of(17.25)),
            Optional.of(Measurement.of(2.0, 0.05)),
            Optional.of(Counterpart.totalMotion(Measurement.of(-30, 0.5), Measurement.of(40, 0.8))));
    private static final Counterpart ALLWISE = new Counterpart(
            "allwise",
            1,
            OptionalDouble.of(0.5),
            Map.of("W1", Measurement.of(15), "W2", Measurement.of(14.25)),
            Optional.empty(),
            Optional.empty());

    private final FeatureExtractor extractor = new FeatureExtractor(RulesFile.shipped());

    @Test
    void everyFeatureOfOneEpochFollowsItsFormulaWithItsError() {
        FeatureVector features = features(threeBands("a").variability(0.3, 0.9).counterparts(GAIA, ALLWISE));

        // The pole of method.md has five decimals, astropy's has more.
        assertEquals(-0.04616967195024555, features.value("galactic_latitude").orElseThrow(), 1e-5);
        assertFeature(features, "hardness_ratio_1", -1.0 / 3, 0.01572);
        assertFeature(features, "hardness_ratio_2", 0.5, 0.01565);
        assertFeature(features, "log_fx_fb", -0.15081875395237443, 0.008298);
        assertFeature(features, "log_fx_fr", -0.6508187539523744, 0.008298);
        assertFeature(features, "log_fx_fw1", 0.029181246047625287, 0.008298);
        assertFeature(features, "log_luminosity", 30.555032209186034, 0.02326);
        assertFeature(features, "absolute_magnitude_g", 9.505149978319906, 0.05431);
        assertFeature(features, "proper_motion_log10", 1.6989700043360187, 0.006139);
        assertFeature(features, "colour_bp_rp", 1.25);
        assertFeature(features, "colour_g_w1", 3);
        assertFeature(features, "colour_w1_w2", 0.75);
        assertFeature(features, "short_term_variability", 0.3);
        assertFeature(features, "inter_observation_variability", 0.9);
    }

    @Test
    void whatTheInputsDoNotAllowIsNamedAndMissing() {
        FeatureVector features = features(epoch("a").flux(0.5, 1.2, 1e-14, 1e-15));

        List<String> present = features.features().stream()
                .filter(feature -> feature.measurement().isPresent())
                .map(feature -> feature.definition().name())
                .toList();
        assertEquals(List.of("galactic_latitude"), present);
        assertEquals(FeatureDefinition.all(3).size(), features.features().size());
    }

    @Test
    void theFeaturesDoNotDependOnTheOrderOfTheEpochs() {
        Random random = new Random(4);
        List<Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            EpochBuilder builder = epoch("d" + i)
                    .mission(List.of("Chandra", "XMM", "Swift", "Hitomi").get(i % 4))
                    .errorArcsec(1 + random.nextInt(3))
                    .signalToNoise(random.nextInt(4))
                    .variability(random.nextDouble(), random.nextDouble())
                    .counterparts(GAIA);
            builder = i % 3 == 0
                    ? builder.limit(0.5, 2, 1e-14 * (1 + random.nextDouble()))
                    : builder.flux(0.5, 2, 1e-14 * (1 + random.nextDouble()), 1e-15);
            epochs.add((i % 5 == 1 ? builder.photonIndex(1 + random.nextDouble()) : builder).build());
        }
        FeatureVector expected = extractor.features(epochs);

        for (int i = 0; i < 50; i++) {
            Collections.shuffle(epochs, random);
            assertEquals(expected, extractor.features(epochs));
        }
    }

    @Test
    void anEpochThatComesTwiceCountsOnce() {
        Epoch epoch = threeBands("a").build();

        assertEquals(extractor.features(List.of(epoch)), extractor.features(List.of(epoch, epoch)));
    }

    @Test
    void theSpectrumIsThatOfTheHighestSignalToNoiseAmongEpochsWithAFlux() {
        FeatureVector features = extractor.features(List.of(
                epoch("weak")
                        .signalToNoise(5)
                        .flux(0.5, 1.2, 3e-14, 0)
                        .flux(1.2, 2, 1e-14, 0)
                        .build(),
                epoch("strong")
                        .signalToNoise(9)
                        .flux(0.5, 1.2, 1e-14, 0)
                        .flux(1.2, 2, 3e-14, 0)
                        .build(),
                epoch("limits").signalToNoise(99).limit(0.5, 1.2, 1e-14).build()));

        assertFeature(features, "hardness_ratio_1", 0.5);
        assertEquals(3, features.epochCount());
    }

    @Test
    void equalSpectraAreDecidedByTheDetectionId() {
        FeatureVector features = extractor.features(List.of(
                epoch("b")
                        .signalToNoise(5)
                        .flux(0.5, 1.2, 3e-14, 0)
                        .flux(1.2, 2, 1e-14, 0)
                        .build(),
                epoch("a")
                        .signalToNoise(5)
                        .flux(0.5, 1.2, 1e-14, 0)
                        .flux(1.2, 2, 3e-14, 0)
                        .build()));

        assertFeature(features, "hardness_ratio_1", 0.5);
    }

    @Test
    void theCounterpartsAreThoseOfTheSmallestPositionErrorInSigmas() {
        // 0.9" at Chandra's 95% is 0.37" per axis, 0.7" at XMM-Newton's 63% is 0.50".
        Counterpart other = new Counterpart(
                "gaia-dr3",
                1,
                OptionalDouble.of(0.97),
                Map.of("BP", Measurement.of(20), "RP", Measurement.of(20)),
                Optional.empty(),
                Optional.empty());
        FeatureVector features = extractor.features(List.of(
                epoch("a").mission("XMM").errorArcsec(0.7).counterparts(other).build(),
                epoch("b").errorArcsec(0.9).counterparts(GAIA).build()));

        assertFeature(features, "colour_bp_rp", 1.25);
    }

    @Test
    void hardnessRatiosReferToTheBandsOfTheInstrumentThatGaveTheSpectrum() {
        FeatureVector features = extractor.features(List.of(
                threeBands("a").signalToNoise(3).build(),
                epoch("x")
                        .mission("XMM-Newton")
                        .signalToNoise(30)
                        .flux(2, 4.5, 1e-14, 0)
                        .flux(4.5, 12, 3e-14, 0)
                        .build()));

        assertEquals("XMM-Newton", features.spectrumMission());
        assertFeature(features, "hardness_ratio_4", 0.5);
        assertTrue(features.value("hardness_ratio_1").isEmpty());
    }

    @Test
    void aMissionThatIsNotConfiguredIsDescribedByItsOwnBands() {
        FeatureVector features =
                features(epoch("a").mission("NuSTAR").flux(3, 10, 1e-13, 0).flux(10, 30, 3e-13, 0));

        assertFeature(features, "hardness_ratio_1", 0.5);
    }

    @Test
    void thePhotonIndexOfAnyEpochIsTheSources() {
        FeatureVector features = extractor.features(List.of(
                threeBands("a").signalToNoise(9).build(),
                threeBands("b").photonIndex(2.5).build()));

        assertFeature(features, "photon_index", 2.5, 0.1);
    }

    @Test
    void aCounterpartBelowItsCatalogueCutoffIsNone() {
        Counterpart unlikely = new Counterpart(
                "gaia-dr3",
                1,
                OptionalDouble.of(0.44),
                GAIA.magnitudes(),
                GAIA.parallaxMas(),
                GAIA.properMotionMasPerYr());
        FeatureVector features = features(threeBands("a").counterparts(unlikely, ALLWISE));

        assertTrue(features.value("log_fx_fb").isEmpty());
        assertTrue(features.value("proper_motion_log10").isEmpty());
        assertFeature(features, "log_fx_fw1", 0.029181246047625287);
    }

    @Test
    void hubbleDistanceNeedsARedshiftAbove0003AndYieldsToAMeasuredOne() {
        assertFeature(
                features(inGalaxy(OptionalDouble.of(0.01), OptionalDouble.empty())),
                "log_luminosity",
                40.42053752634134);
        assertTrue(features(inGalaxy(OptionalDouble.of(0.003), OptionalDouble.empty()))
                .value("log_luminosity")
                .isEmpty());
        assertTrue(features(inGalaxy(OptionalDouble.empty(), OptionalDouble.empty()))
                .value("log_luminosity")
                .isEmpty());
        double hubbleMpc = 0.01 * 299_792.458 / 70;
        assertFeature(
                features(inGalaxy(OptionalDouble.of(0.05), OptionalDouble.of(hubbleMpc))),
                "log_luminosity",
                40.42053752634134);
        assertFeature(features(inGalaxy(OptionalDouble.empty(), OptionalDouble.empty())), "host_offset", 0.7);
    }

    @Test
    void aParallaxBelowThreeSigmasOrNegativeGivesNoDistance() {
        for (Measurement parallax : List.of(Measurement.of(0.3, 0.1), Measurement.of(-2, 0.1), Measurement.of(2))) {
            FeatureVector features = features(threeBands("a")
                    .counterparts(new Counterpart(
                            "gaia-dr3",
                            1,
                            OptionalDouble.empty(),
                            GAIA.magnitudes(),
                            Optional.of(parallax),
                            Optional.empty())));

            assertTrue(features.value("log_luminosity").isEmpty(), parallax::toString);
            assertTrue(features.value("absolute_magnitude_g").isEmpty(), parallax::toString);
        }
    }

    private FeatureVector features(EpochBuilder epoch) {
        return extractor.features(List.of(epoch.build()));
    }

    private static EpochBuilder threeBands(String id) {
        return epoch(id).flux(0.5, 1.2, 4e-14, 1e-15).flux(1.2, 2, 2e-14, 5e-16).flux(2, 7, 6e-14, 2e-15);
    }

    private static EpochBuilder inGalaxy(OptionalDouble redshift, OptionalDouble distanceMpc) {
        return threeBands("a").host(new HostGalaxy(0.7, redshift, distanceMpc));
    }

    private static void assertFeature(FeatureVector features, String name, double expected) {
        assertEquals(
                expected,
                features.value(name).orElseThrow(() -> new AssertionError(name + " is missing")),
                EXACT,
                name);
    }

    private static void assertFeature(FeatureVector features, String name, double expected, double error) {
        assertFeature(features, name, expected);
        Measurement measurement = features.features().stream()
                .filter(feature -> feature.definition().name().equals(name))
                .findFirst()
                .flatMap(Feature::measurement)
                .orElseThrow();
        assertEquals(error, measurement.error().orElseThrow(), DRAWN * error, () -> "error of " + name);
    }
}
