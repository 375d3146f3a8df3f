package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MissionTest {
    private static final List<Mission.Band> BANDS = List.of(band("soft", 0.3, 1), band("hard", 1, 5));

    private static Mission.Band band(String name, double lowKev, double highKev) {
        return new Mission.Band(name, new EnergyBand(lowKev, highKev));
    }

    private static Mission mission(List<String> names, List<String> instruments, List<Mission.Band> bands) {
        return mission(names, instruments, bands, 0.9, 0.5, OptionalDouble.empty());
    }

    private static Mission mission(
            List<String> names,
            List<String> instruments,
            List<Mission.Band> bands,
            double containment,
            double spreadYears,
            OptionalDouble usualErrorArcsec) {
        return new Mission(
                names,
                instruments,
                bands,
                containment,
                new JulianEpoch(2026),
                spreadYears,
                PowerLaw.TYPICAL,
                usualErrorArcsec);
    }

    @Test
    void aDetectionIsOneOfAnyOfItsNamesInAnyCase() {
        Mission lobster = mission(List.of("Lobster", "LOB-1"), List.of(), BANDS);

        assertTrue(lobster.observes("lobster", ""));
        assertTrue(lobster.observes("Lob-1", "Eye"));
        assertFalse(lobster.observes("Lob", "Eye"));
        assertEquals("Lobster", lobster.name());
    }

    @Test
    void aDetectionOfAnotherInstrumentIsNone() {
        Mission lobster = mission(List.of("Lobster"), List.of("Eye"), BANDS);

        assertTrue(lobster.observes("Lobster", "EYE"));
        assertTrue(lobster.observes("Lobster", ""), "a detection that names no instrument");
        assertFalse(lobster.observes("Lobster", "Claw"));
        assertTrue(lobster.isCalled("LOBSTER"));
    }

    @Test
    void theFullBandSpansAllBands() {
        assertEquals(
                new EnergyBand(0.3, 5),
                mission(List.of("Lobster"), List.of(), BANDS).fullBand());
    }

    @Test
    void whatCannotBeIsRefusedWithItsValueAndUnit() {
        assertEquals(
                "names are [], must be one at least, and none blank",
                refused(() -> mission(List.of(), List.of(), BANDS)));
        assertEquals(
                "names are [Lobster,  ], must be one at least, and none blank",
                refused(() -> mission(List.of("Lobster", " "), List.of(), BANDS)));
        assertEquals(
                "instruments are [], none may be blank",
                refused(() -> mission(List.of("Lobster"), List.of(""), BANDS)));
        assertEquals(
                "bands are missing, there must be one at least",
                refused(() -> mission(List.of("Lobster"), List.of(), List.of())));
        assertEquals(
                "band hard starts at 1.1 keV, must start where soft ends, at 1.0 keV",
                refused(() -> mission(List.of("Lobster"), List.of(), List.of(BANDS.getFirst(), band("hard", 1.1, 5)))));
        assertEquals(
                "error_containment is 1, must lie in (0, 1) (probability)",
                refused(() -> mission(List.of("Lobster"), List.of(), BANDS, 1, 0.5, OptionalDouble.empty())));
        assertEquals(
                "epoch_spread_years is NaN, must be finite and >= 0, in yr",
                refused(() -> mission(List.of("Lobster"), List.of(), BANDS, 0.9, Double.NaN, OptionalDouble.empty())));
        assertEquals(
                "usual_error_arcsec is 0, must be finite and > 0, in arcsec",
                refused(() -> mission(List.of("Lobster"), List.of(), BANDS, 0.9, 0.5, OptionalDouble.of(0))));
    }

    private static String refused(Executable making) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, making).getMessage());
    }
}
