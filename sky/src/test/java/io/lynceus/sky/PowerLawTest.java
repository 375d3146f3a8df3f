package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PowerLawTest {
    private static final EnergyBand SOFT = new EnergyBand(0.5, 2);
    private static final EnergyBand HARD = new EnergyBand(2, 7);
    private static final EnergyBand FULL = new EnergyBand(0.5, 7);

    @Test
    void factorsAreTheIntegralsOfScipy() {
        for (GoldenRow row : GoldenRow.of("fluxes.csv")) {
            PowerLaw spectrum = new PowerLaw(row.number(0));
            EnergyBand from = new EnergyBand(row.number(1), row.number(2));
            EnergyBand to = new EnergyBand(row.number(3), row.number(4));
            assertEquals(row.number(5), spectrum.fluxFactor(from, to), 1e-11 * row.number(5), row::toString);
        }
    }

    @Law
    void partsAddUpToTheWholeAndWaysThereAndBackCancel(
            @ForAll @DoubleRange(min = -10, max = 10) @Scale(12) double photonIndex) {
        PowerLaw spectrum = new PowerLaw(photonIndex);
        assertEquals(1, spectrum.fluxFactor(FULL, SOFT) + spectrum.fluxFactor(FULL, HARD), 1e-12);
        assertEquals(1, spectrum.fluxFactor(SOFT, HARD) * spectrum.fluxFactor(HARD, SOFT), 1e-12);
    }

    @Law
    void theFactorIsContinuousAtPhotonIndexTwo(@ForAll @DoubleRange(min = -1e-9, max = 1e-9) @Scale(12) double nearby) {
        double atTwo = Math.log(3.5) / Math.log(4);
        assertEquals(atTwo, new PowerLaw(2 + nearby).fluxFactor(SOFT, HARD), 1e-8);
    }

    @Test
    void aFlatEnergySpectrumSharesByWidth() {
        assertEquals(5 / 1.5, new PowerLaw(1).fluxFactor(SOFT, HARD), 1e-14);
    }

    @Test
    void impossibleBandsAndSpectraAreRefusedByNameAndUnit() {
        refused("low_kev is NaN, must be finite and > 0, in keV", () -> new EnergyBand(Double.NaN, 1));
        refused("low_kev is 0, must be finite and > 0, in keV", () -> new EnergyBand(0, 1));
        refused("high_kev is 1, must be > low_kev = 2.0 keV", () -> new EnergyBand(2, 1));
        refused("photon_index is NaN, must lie in [-10, 10]", () -> new PowerLaw(Double.NaN));
    }

    private static void refused(String message, Executable creation) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, creation).getMessage());
    }
}
