package io.lynceus.gateway.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.gateway.stream.StreamFilter.Cone;
import io.lynceus.sky.SkyPosition;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamFilterTest {
    private static final StreamEvent EVENT = new StreamEvent(
            0, 0, "XRB", 0.8, 5, "Chandra", new SkyPosition(10, 20), Set.of(Alert.VARIABLE, Alert.ULX), "{}");

    private static StreamFilter filter(
            String sourceClass,
            double minProbability,
            double minOutlier,
            String mission,
            Set<Alert> alerts,
            Cone cone) {
        return new StreamFilter(
                Optional.of(sourceClass),
                OptionalDouble.of(minProbability),
                OptionalDouble.of(minOutlier),
                Optional.of(mission),
                alerts,
                Optional.of(cone));
    }

    private static Cone cone(double raDeg, double radiusArcsec) {
        return new Cone(new SkyPosition(raDeg, 20), radiusArcsec);
    }

    @Test
    void everythingPassesWhereNothingIsAsked() {
        assertTrue(StreamFilter.none().accepts(EVENT));
    }

    @Test
    void allConditionsMustHold() {
        Cone near = cone(10, 1);
        Set<Alert> ulxOrTde = Set.of(Alert.ULX, Alert.TDE);
        assertTrue(filter("XRB", 0.8, 5, "Chandra", ulxOrTde, near).accepts(EVENT));
        assertEquals(false, filter("CV", 0.8, 5, "Chandra", ulxOrTde, near).accepts(EVENT));
        assertEquals(false, filter("XRB", 0.81, 5, "Chandra", ulxOrTde, near).accepts(EVENT));
        assertEquals(false, filter("XRB", 0.8, 5.1, "Chandra", ulxOrTde, near).accepts(EVENT));
        assertEquals(false, filter("XRB", 0.8, 5, "Swift", ulxOrTde, near).accepts(EVENT));
        assertEquals(
                false, filter("XRB", 0.8, 5, "Chandra", Set.of(Alert.TDE), near).accepts(EVENT));
        assertEquals(
                false,
                filter("XRB", 0.8, 5, "Chandra", ulxOrTde, cone(10.001, 1)).accepts(EVENT));
    }

    @Test
    void impossibleConditionsAreRefusedWithTheirValue() {
        Cone near = cone(10, 1);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> filter("XRB", 1.5, 0, "Chandra", Set.of(), near))
                .getMessage()
                .contains("min_probability is 1.5"));
        assertThrows(IllegalArgumentException.class, () -> filter("XRB", 1, Double.NaN, "Chandra", Set.of(), near));
        assertThrows(IllegalArgumentException.class, () -> cone(10, 0));
    }
}
