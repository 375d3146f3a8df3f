package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(SkyDomain.class)
@Domain(DomainContext.Global.class)
class SkyPositionTest {
    private static final double NANO_ARCSEC = 1e-9;

    @Test
    void separationsAndAnglesAreThoseOfAstropy() {
        for (GoldenRow row : GoldenRow.of("separations.csv")) {
            SkyPosition from = row.position(0);
            SkyPosition to = row.position(2);
            double separation = row.number(4);
            assertEquals(separation, from.separationArcsec(to), 1e-10 + 1e-13 * separation, row::toString);
            boolean everyAngleIsRight = separation == 0 || separation > 647_999.99;
            double angleError = Math.IEEEremainder(row.number(5) - from.positionAngleDeg(to), 360);
            // The golden separation is itself rounded to 1e-10 arcsec, which turns short ways.
            assertTrue(
                    everyAngleIsRight
                            || Math.abs(angleError) < 1e-9 + 1e-8 / Math.min(separation, 648_000 - separation),
                    () -> row + " angle differs by " + angleError);
        }
    }

    @Test
    void offsetsAreThoseOfAstropy() {
        for (GoldenRow row : GoldenRow.of("offsets.csv")) {
            SkyPosition reached = row.position(0).offset(row.number(2), row.number(3));
            assertEquals(0, reached.separationArcsec(row.position(4)), NANO_ARCSEC, row::toString);
        }
    }

    @Law
    void separationIsSymmetric(@ForAll SkyPosition a, @ForAll SkyPosition b) {
        assertEquals(a.separationRad(b), b.separationRad(a), 1e-15 + 1e-13 * a.separationRad(b));
    }

    @Law
    void separationToItselfIsZeroAndToTheAntipodeIsHalfATurn(@ForAll SkyPosition a) {
        SkyPosition antipode = new SkyPosition(Angles.wrapDeg(a.raDeg() + 180), -a.decDeg());
        assertEquals(0, a.separationArcsec(a));
        assertEquals(648_000, a.separationArcsec(antipode), NANO_ARCSEC);
    }

    @Law
    void separationKeepsTheTriangleInequality(@ForAll SkyPosition a, @ForAll SkyPosition b, @ForAll SkyPosition c) {
        assertTrue(a.separationRad(c) <= a.separationRad(b) + b.separationRad(c) + 1e-14);
    }

    @Law
    void offsetIsTheInverseOfSeparationAndAngle(@ForAll SkyPosition a, @ForAll SkyPosition b) {
        SkyPosition reached = a.offset(a.positionAngleDeg(b), a.separationArcsec(b));
        assertEquals(0, reached.separationRad(b), 1e-14);
    }

    @Law
    void aShortWayAcrossTheWrapIsShort(
            @ForAll @DoubleRange(min = 1e-9, max = 1) @Scale(12) double step,
            @ForAll @DoubleRange(min = -80, max = 80) @Scale(12) double dec) {
        double expected = 2 * step * 3600 * Math.cos(Math.toRadians(dec));
        double measured = new SkyPosition(360 - step, dec).separationArcsec(new SkyPosition(step, dec));
        // The great circle is shorter than the parallel, by up to step^2 / 6 in radians; ra is held to 6e-14 deg.
        assertEquals(expected, measured, 6e-5 * expected * step * step + 4e-10);
    }

    @Test
    void positionAnglesRunFromNorthThroughEast() {
        SkyPosition origin = new SkyPosition(10, 0);
        assertEquals(0, origin.positionAngleDeg(new SkyPosition(10, 1)));
        assertEquals(90, origin.positionAngleDeg(new SkyPosition(11, 0)));
        assertEquals(180, origin.positionAngleDeg(new SkyPosition(10, -1)));
        assertEquals(270, origin.positionAngleDeg(new SkyPosition(9, 0)));
        assertEquals(0, origin.positionAngleDeg(origin));
    }

    @Test
    void aFullTurnIsZeroAndZeroHasNoSign() {
        assertEquals(new SkyPosition(0, 5), new SkyPosition(360, 5));
        assertEquals(new SkyPosition(0.0, 0.0), new SkyPosition(-0.0, -0.0));
    }

    @Test
    void valuesOutOfRangeAreRefusedByNameAndUnit() {
        refused("ra_deg is NaN, must lie in [0, 360) deg", Double.NaN, 0);
        refused("ra_deg is -0.5, must lie in [0, 360) deg", -0.5, 0);
        refused("ra_deg is 400, must lie in [0, 360) deg", 400, 0);
        refused("dec_deg is 95, must lie in [-90, 90] deg", 0, 95);
        refused("dec_deg is NaN, must lie in [-90, 90] deg", 0, Double.NaN);
        refused("dec_deg is -Infinity, must lie in [-90, 90] deg", 0, Double.NEGATIVE_INFINITY);
    }

    @Test
    void anOffsetOfNanIsRefusedByNameAndUnit() {
        SkyPosition origin = new SkyPosition(0, 0);
        assertEquals(
                "separation_arcsec is NaN, must lie in [0, 648000] arcsec",
                assertThrows(IllegalArgumentException.class, () -> origin.offset(0, Double.NaN))
                        .getMessage());
        assertEquals(
                "position_angle_deg is NaN, must be finite, in deg",
                assertThrows(IllegalArgumentException.class, () -> origin.offset(Double.NaN, 1))
                        .getMessage());
    }

    private static void refused(String message, double raDeg, double decDeg) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new SkyPosition(raDeg, decDeg))
                        .getMessage());
    }
}
