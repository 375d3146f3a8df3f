package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(SkyDomain.class)
@Domain(DomainContext.Global.class)
class ProperMotionTest {
    private static final JulianEpoch J2000 = new JulianEpoch(2000);

    @Test
    void movedPositionsAreThoseOfAstropy() {
        for (GoldenRow row : GoldenRow.of("motions.csv")) {
            ProperMotion motion = new ProperMotion(row.number(2), row.number(3), 0, 0);
            SkyPosition moved = motion.move(row.position(0), J2000, new JulianEpoch(2000 + row.number(4)));
            assertEquals(0, moved.separationArcsec(row.position(5)), 1e-6, row::toString);
        }
    }

    @Law
    void distanceMovedIsMotionTimesTime(
            @ForAll SkyPosition start,
            @ForAll @DoubleRange(min = -5000, max = 5000) @Scale(12) double east,
            @ForAll @DoubleRange(min = -5000, max = 5000) @Scale(12) double north,
            @ForAll @DoubleRange(min = -100, max = 100) @Scale(12) double years) {
        ProperMotion motion = new ProperMotion(east, north, 0, 0);
        SkyPosition moved = motion.move(start, J2000, new JulianEpoch(2000 + years));
        double way = motion.totalMasPerYr() * Math.abs(years) / 1000;
        double wayRad = way / Angles.ARCSEC_PER_RAD;
        assertEquals(way, start.separationArcsec(moved), 1e-9 + way * wayRad * wayRad / 2);
    }

    @Test
    void anUnknownMotionMovesNothingAndWidensTheError() {
        ProperMotion unknown = ProperMotion.unknown(10);
        SkyPosition start = new SkyPosition(83.6, 22);
        assertEquals(0, start.separationArcsec(unknown.move(start, J2000, new JulianEpoch(2016))), 1e-9);
        assertEquals(0.16, unknown.covariance(-16, 0).sigmaAlong(0), 1e-15);
        assertEquals(0.16, unknown.covariance(-16, 0).sigmaAlong(90), 1e-15);
    }

    @Test
    void covarianceIsThatOfRandomMotionsOverRandomTimes() {
        ProperMotion motion = new ProperMotion(300, -200, 50, 80);
        PositionCovariance expected = motion.covariance(-8, 5);
        Random random = new Random(8);
        int draws = 400_000;
        double[] east = new double[draws];
        double[] north = new double[draws];
        for (int i = 0; i < draws; i++) {
            double years = random.nextGaussian(-8, 5);
            east[i] = random.nextGaussian(300, 50) * years / 1000;
            north[i] = random.nextGaussian(-200, 80) * years / 1000;
        }
        assertEquals(expected.eastEast(), covariance(east, east), 0.02 * expected.eastEast());
        assertEquals(expected.northNorth(), covariance(north, north), 0.02 * expected.northNorth());
        assertEquals(expected.eastNorth(), covariance(east, north), 0.02 * Math.abs(expected.eastNorth()));
    }

    @Test
    void nanIsRefusedByNameAndUnit() {
        assertEquals(
                "pmra_masyr is NaN, must be finite, in mas/yr",
                assertThrows(IllegalArgumentException.class, () -> new ProperMotion(Double.NaN, 0, 0, 0))
                        .getMessage());
        assertEquals(
                "pmdec_error_masyr is -1, must be finite and >= 0, in mas/yr",
                assertThrows(IllegalArgumentException.class, () -> new ProperMotion(0, 0, 0, -1))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> ProperMotion.unknown(1).covariance(1, Double.NaN));
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length;
    }
}
