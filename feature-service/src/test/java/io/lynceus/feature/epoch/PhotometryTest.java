package io.lynceus.feature.epoch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhotometryTest {
    /// Winitzki's form is good to 2e-3 of its value. Two-sided Gaussian probabilities within 1, 2 and 3σ, from
    /// any table of the error function.
    @Test
    void theConfidenceOfALimitIsCountedInSigmas() {
        assertEquals(1, new Photometry.UpperLimit(1, 0.6826895).sigmas(), 0.005);
        assertEquals(2, new Photometry.UpperLimit(1, 0.9544997).sigmas(), 0.005);
        assertEquals(3, new Photometry.UpperLimit(1, 0.9973002).sigmas(), 0.006);
    }

    @Test
    void aLimitThatIsNoLimitIsRefusedWithValueAndUnit() {
        for (double limit : List.of(0.0, -1e-14, Double.NaN, Double.POSITIVE_INFINITY)) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> new Photometry.UpperLimit(limit, 0.997));
            assertEquals("upper_limit_cgs is " + limit + ", must be finite and > 0 erg cm⁻² s⁻¹", refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> new Photometry.UpperLimit(1e-14, 1));
    }

    @Test
    void anErrorThatIsNoErrorIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Measurement.of(1, -1));
        assertThrows(IllegalArgumentException.class, () -> Measurement.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Measurement.of(Double.NaN));
    }
}
