package io.lynceus.feature.features;

import static io.lynceus.feature.epoch.EpochBuilder.epoch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.feature.lightcurve.LightCurve.Sample;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Expected numbers by hand from the formulas of method.md, section 2.
class VariabilityFeaturesTest {
    private static final double EXACT = 1e-12;

    @Test
    void longTermRatioIsTheLogOfTheLargestOverTheSmallestFlux() {
        Measurement ratio = VariabilityFeatures.longTermRatio(
                        List.of(flux(2e-14, 2e-15), flux(2e-12, 1e-13), flux(5e-13, 1)))
                .orElseThrow();

        assertEquals(2, ratio.value(), EXACT);
        // √(0.05² + 0.1²) / ln 10
        assertEquals(0.04855560, ratio.error().orElseThrow(), 1e-8);
        assertEquals(List.of("of 2.0E-12", "of 2.0E-14"), ratio.inputs());
    }

    @Test
    void oneFluxHasNoLongTermRatio() {
        assertTrue(
                VariabilityFeatures.longTermRatio(List.of(flux(1e-14, 1e-15))).isEmpty());
        assertTrue(VariabilityFeatures.longTermRatio(List.of(flux(1e-14, 1e-15), limit(1e-15)))
                .isEmpty());
        assertTrue(VariabilityFeatures.longTermRatio(List.of(flux(1e-14, 1e-15), flux(0, 1e-15)))
                .isEmpty());
        assertTrue(VariabilityFeatures.significantLongTermRatio(List.of(flux(1e-14, 1e-15)))
                .isEmpty());
    }

    @Test
    void significantRatioIsWhatRemainsAfterTheErrors() {
        // (11e-14 − 1e-14) / (9e-16 + 1e-16) = 100
        assertEquals(2, significant(flux(11e-14, 1e-14), flux(9e-16, 1e-16)), EXACT);
    }

    @Test
    void anUpperLimitIsTheLowestTheSourceWasSeenToGo() {
        assertEquals(1, significant(flux(11e-14, 1e-14), limit(1e-14)), EXACT);
    }

    @Test
    void anUpperLimitNeverRaisesTheMaximum() {
        assertEquals(0, significant(flux(11e-15, 1e-15), limit(1e-12)), EXACT);
    }

    @Test
    void fluxesThatAgreeWithinErrorsHaveAFlooredRatioOfZero() {
        assertEquals(0, significant(flux(10e-14, 1e-14), flux(11e-14, 1e-14)), EXACT);
    }

    @Test
    void aSourceThatNeverExceedsItsErrorHasNoSignificantRatio() {
        assertTrue(VariabilityFeatures.significantLongTermRatio(List.of(flux(1e-14, 1e-14), flux(1e-15, 2e-15)))
                .isEmpty());
        assertTrue(VariabilityFeatures.significantLongTermRatio(List.of(limit(1e-14), limit(1e-15)))
                .isEmpty());
    }

    @Test
    void aFluxWithoutAnErrorBoundsNothing() {
        assertEquals(
                2,
                significant(
                        new Sample("bright", new Photometry.Flux(Measurement.of(1e-9))),
                        flux(11e-14, 1e-14),
                        flux(9e-16, 1e-16),
                        new Sample("faint", new Photometry.Flux(Measurement.of(1e-20)))),
                EXACT);
    }

    @Test
    void epochsOfAllMissionsAreComparedInOneBand() {
        // 0.6579013862631166 is the share of 0.5-7 in 0.2-12 keV at Γ = 1.7: src/test/reference/features.py.
        FeatureVector features = new FeatureExtractor(RulesFile.shipped())
                .features(List.of(
                        epoch("c").flux(0.5, 7, 0.6579013862631166e-12, 0).build(),
                        epoch("x").mission("XMM").flux(0.2, 12, 1e-13, 0).build()));

        assertEquals(1, features.value("long_term_ratio").orElseThrow(), 1e-8);
    }

    @Test
    void variabilityProbabilitiesAreTheHighestOverTheEpochs() {
        FeatureVector features = new FeatureExtractor(RulesFile.shipped())
                .features(List.of(
                        epoch("a").variability(0.2, 0.9).build(),
                        epoch("b").variability(0.7, 0.1).build(),
                        epoch("c").build()));

        assertEquals(OptionalDouble.of(0.7), features.value("short_term_variability"));
        assertEquals(OptionalDouble.of(0.9), features.value("inter_observation_variability"));
    }

    private static double significant(Sample... epochs) {
        return VariabilityFeatures.significantLongTermRatio(List.of(epochs))
                .orElseThrow()
                .value();
    }

    private static Sample flux(double cgs, double error) {
        return new Sample("of " + cgs, new Photometry.Flux(Measurement.of(cgs, error)));
    }

    private static Sample limit(double cgs) {
        return new Sample("below " + cgs, new Photometry.UpperLimit(cgs, 0.997));
    }
}
