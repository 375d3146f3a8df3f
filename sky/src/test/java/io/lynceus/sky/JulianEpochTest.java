package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class JulianEpochTest {
    @Test
    void epochsAreThoseOfAstropy() {
        for (GoldenRow row : GoldenRow.of("epochs.csv")) {
            Instant instant = Instant.parse(row.cells().getFirst());
            assertEquals(row.number(2), JulianEpoch.of(instant).year(), 1e-12, row::toString);
            assertEquals(row.number(2), JulianEpoch.ofMjd(row.number(1)).year(), 1e-12, row::toString);
        }
    }

    @Law
    void anInstantComesBack(@ForAll @DoubleRange(min = 1800, max = 2200) @Scale(12) double year) {
        JulianEpoch epoch = new JulianEpoch(year);
        assertEquals(year, JulianEpoch.of(epoch.instant()).year(), 1e-12);
        Duration error = Duration.between(
                epoch.instant(), JulianEpoch.of(epoch.instant()).instant());
        assertTrue(error.abs().toNanos() < 100_000, error::toString);
    }

    @Test
    void datesInOtherUnitsAreRefused() {
        assertEquals(
                "epoch is 55000, must lie in [1800, 2200] Julian years",
                assertThrows(IllegalArgumentException.class, () -> new JulianEpoch(55_000))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new JulianEpoch(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> JulianEpoch.ofMjd(2_451_545));
    }
}
