package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

@Domain(SkyDomain.class)
class TangentOffsetTest {
    @Test
    void offsetsAreThoseOfTheFitsProjection() {
        for (GoldenRow row : GoldenRow.of("tangents.csv")) {
            TangentOffset offset = TangentOffset.between(row.position(0), row.position(2));
            double length = Math.hypot(row.number(4), row.number(5));
            // The golden file goes through degrees at two positions: 2e-9 arcsec.
            assertEquals(row.number(4), offset.eastArcsec(), 2e-9 + 1e-12 * length, row::toString);
            assertEquals(row.number(5), offset.northArcsec(), 2e-9 + 1e-12 * length, row::toString);
        }
    }

    @Law
    void lengthIsTheTangentOfTheSeparation(@ForAll SkyPosition origin, @ForAll SkyPosition to) {
        double separation = origin.separationRad(to);
        Assume.that(separation < 1.5);
        TangentOffset offset = TangentOffset.between(origin, to);
        double length = Math.hypot(offset.eastArcsec(), offset.northArcsec()) / Angles.ARCSEC_PER_RAD;
        assertEquals(Math.tan(separation), length, 1e-15 + 1e-12 * length);
    }

    @Test
    void aQuarterTurnAndMoreIsRefused() {
        SkyPosition origin = new SkyPosition(0, 0);
        SkyPosition tooFar = new SkyPosition(120, 0);
        String message = assertThrows(IllegalArgumentException.class, () -> TangentOffset.between(origin, tooFar))
                .getMessage();
        assertTrue(
                message.startsWith("separation_arcsec is 4")
                        && message.endsWith("324000 for a tangent plane, in arcsec"),
                message);
    }

    @Test
    void nanIsRefusedByNameAndUnit() {
        assertEquals(
                "east_arcsec is NaN, must be finite, in arcsec",
                assertThrows(IllegalArgumentException.class, () -> new TangentOffset(Double.NaN, 0))
                        .getMessage());
    }
}
