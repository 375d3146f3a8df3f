package io.lynceus.feature.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import org.junit.jupiter.api.Test;

class SpectrumFeaturesTest {
    @Test
    void hardnessRatioIsMinusOneWithoutHardFlux() {
        assertEquals(-1, ratio(flux(2e-14, 1e-15), flux(0, 1e-15)).value());
    }

    @Test
    void hardnessRatioIsOneWithoutSoftFlux() {
        assertEquals(1, ratio(flux(0, 1e-15), flux(2e-14, 1e-15)).value());
    }

    @Test
    void hardnessRatioWithBothBandsEmptyIsMissing() {
        assertTrue(
                SpectrumFeatures.hardnessRatio(flux(0, 1e-15), flux(0, 1e-15)).isEmpty());
        assertTrue(SpectrumFeatures.hardnessRatio(flux(-1e-15, 1e-15), flux(0, 1e-15))
                .isEmpty());
    }

    @Test
    void aNegativeFluxKeepsTheRatioInItsRange() {
        assertEquals(-1, ratio(flux(2e-14, 1e-15), flux(-1e-15, 1e-15)).value());
    }

    @Test
    void aLimitBelowTheOtherBandTellsWhichIsEmpty() {
        Measurement ratio = ratio(flux(2e-14, 0), new Photometry.UpperLimit(3e-15, 0.997));

        assertEquals(-1, ratio.value());
        // dHR/dH = 2S/(H+S)² = 2/S at H = 0, times the limit's σ = U/3.
        assertEquals(0.1, ratio.error().orElseThrow(), 2e-3);
    }

    @Test
    void aLimitAboveTheOtherBandTellsNothing() {
        assertTrue(SpectrumFeatures.hardnessRatio(flux(2e-14, 0), new Photometry.UpperLimit(3e-14, 0.997))
                .isEmpty());
    }

    @Test
    void twoLimitsTellNothing() {
        Photometry limit = new Photometry.UpperLimit(3e-14, 0.997);

        assertTrue(SpectrumFeatures.hardnessRatio(limit, limit).isEmpty());
    }

    private static Measurement ratio(Photometry soft, Photometry hard) {
        return SpectrumFeatures.hardnessRatio(soft, hard).orElseThrow();
    }

    private static Photometry flux(double cgs, double error) {
        return new Photometry.Flux(Measurement.of(cgs, error));
    }
}
