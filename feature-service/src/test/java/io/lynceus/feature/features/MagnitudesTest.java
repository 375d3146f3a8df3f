package io.lynceus.feature.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.Measurement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MagnitudesTest {
    @Test
    void aBandComesFromTheCatalogueOfLowestPrecedenceThatMeasuredIt() {
        Magnitudes magnitudes = magnitudes(
                catalogue("second", 2, Map.of("G", 17.0, "J", 15.0)), catalogue("first", 1, Map.of("G", 18.0)));

        assertEquals(18, value(magnitudes, "G"));
        assertEquals(15, value(magnitudes, "J"));
    }

    @Test
    void aBandIsDerivedOnlyWhereNoCatalogueMeasuredIt() {
        Magnitudes magnitudes = magnitudes(
                catalogue("gaia-dr3", 1, Map.of("BP", 18.0)), catalogue("ps1-dr2", 2, Map.of("g", 19.0, "r", 18.5)));

        assertEquals(18, value(magnitudes, "BP"));
        assertFalse(magnitudes.isDerived("BP"));
        assertEquals(17.75, value(magnitudes, "RP"));
        assertTrue(magnitudes.isDerived("RP"));
    }

    @Test
    void derivedInfraredMagnitudesMakeNoColour() {
        Magnitudes magnitudes = magnitudes(catalogue("2mass", 2, Map.of("J", 13.0, "K", 12.0)));

        assertEquals(11.9, value(magnitudes, "W1"), 1e-12);
        assertEquals(11.9, value(magnitudes, "W2"), 1e-12);
        assertTrue(magnitudes.colour("W1", "W2").isEmpty());
        assertEquals(1, magnitudes.colour("J", "K").orElseThrow().value(), 1e-12);
    }

    @Test
    void sentinelsOfCataloguesAreNoMagnitudes() {
        Counterpart counterpart = catalogue("gaia-dr3", 1, Map.of("G", 1e20, "BP", 99.99, "RP", -999.0, "J", -1.5));

        assertEquals(Map.of("J", Measurement.of(-1.5)), counterpart.magnitudes());
    }

    private static Magnitudes magnitudes(Counterpart... counterparts) {
        return new Magnitudes(
                Arrays.stream(counterparts).sorted(Counterpart.BY_PRECEDENCE).toList(),
                RulesFile.shipped().passbandShifts());
    }

    private static Counterpart catalogue(String name, int precedence, Map<String, Double> magnitudes) {
        Map<String, Measurement> measured = new HashMap<>();
        magnitudes.forEach((band, value) -> measured.put(band, Measurement.of(value)));
        return new Counterpart(name, precedence, OptionalDouble.of(1), measured, Optional.empty(), Optional.empty());
    }

    private static double value(Magnitudes magnitudes, String band) {
        return magnitudes.in(band).orElseThrow().value();
    }
}
