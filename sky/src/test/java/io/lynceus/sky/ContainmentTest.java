package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ContainmentTest {
    @Test
    void sigmaFactorsAreTheRayleighQuantilesOfScipy() {
        for (GoldenRow row : GoldenRow.of("containments.csv")) {
            assertEquals(row.number(1), Containment.sigmaFactor(row.number(0)), 1e-13 * row.number(1), row::toString);
        }
    }

    @Test
    void oneSigmaPerAxisContainsThirtyNinePercent() {
        assertEquals(0.3935, Containment.ONE_SIGMA_PER_AXIS, 5e-5);
        assertEquals(1, Containment.sigmaFactor(Containment.ONE_SIGMA_PER_AXIS), 1e-15);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        for (double containment : new double[] {0, 1, -0.1, 95, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Containment.sigmaFactor(containment));
        }
    }
}
