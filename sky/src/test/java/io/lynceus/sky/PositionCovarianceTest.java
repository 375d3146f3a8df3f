package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class PositionCovarianceTest {
    @Law
    void sigmaAlongIsExtremeAlongTheAxes(
            @ForAll @DoubleRange(min = 0, max = 180) @Scale(12) double angle,
            @ForAll @DoubleRange(min = 0, max = 180) @Scale(12) double turn) {
        PositionCovariance covariance = new ErrorEllipse(5, 2, angle, Containment.ONE_SIGMA_PER_AXIS).covariance();
        assertEquals(5, covariance.sigmaAlong(angle), 1e-12);
        assertEquals(5, covariance.sigmaMajorArcsec(), 1e-12);
        assertEquals(2, covariance.sigmaAlong(angle + 90), 1e-12);
        double expected = Math.hypot(5 * Math.cos(Math.toRadians(turn)), 2 * Math.sin(Math.toRadians(turn)));
        assertEquals(expected, covariance.sigmaAlong(angle + turn), 1e-12);
    }

    @Law
    void sumsAddPerAxisAndCommute(
            @ForAll @DoubleRange(min = 0, max = 10) @Scale(12) double east,
            @ForAll @DoubleRange(min = 0, max = 10) @Scale(12) double north) {
        PositionCovariance first = PositionCovariance.diagonal(east, north);
        PositionCovariance second = new ErrorEllipse(3, 1, 40, 0.9).covariance();
        assertEquals(first.plus(second), second.plus(first));
        assertEquals(east * east + second.eastEast(), first.plus(second).eastEast());
    }

    @Test
    void isotropicDistanceIsTheSeparationInSigmas() {
        PositionCovariance covariance = PositionCovariance.isotropic(0.5);
        assertEquals(100, covariance.mahalanobisSquared(new TangentOffset(3, 4)), 1e-12);
        assertEquals(0.0625, covariance.determinant());
        assertEquals(0.5, covariance.sigmaMajorArcsec());
    }

    @Test
    void aThinEllipseKeepsItsDeterminant() {
        ErrorEllipse thin = new ErrorEllipse(1000, 0.001, 45, Containment.ONE_SIGMA_PER_AXIS);
        // The entries carry rounding of 1e-16 * 1e6 arcsec^2: the minor variance of 1e-6 is known to 1e-3.
        assertEquals(1, thin.covariance().determinant(), 1e-3);
    }

    @Test
    void aSingularCovarianceHasNoDistanceAndNoEllipse() {
        PositionCovariance line = new PositionCovariance(1, 4, 2);
        assertEquals(0, line.determinant());
        assertThrows(ArithmeticException.class, () -> line.mahalanobisSquared(new TangentOffset(1, 1)));
        assertThrows(IllegalArgumentException.class, () -> line.ellipse(0.9));
        assertThrows(IllegalArgumentException.class, () -> PositionCovariance.isotropic(0)
                .ellipse(0.9));
    }

    @Test
    void whatIsNoCovarianceIsRefusedByNameAndUnit() {
        refused("east_east is -1, must be finite and >= 0, in arcsec^2", -1, 1, 0);
        refused("north_north is NaN, must be finite and >= 0, in arcsec^2", 1, Double.NaN, 0);
        refused("east_north is NaN, must lie in [-2.000000000002, 2.000000000002] arcsec^2", 1, 4, Double.NaN);
        refused("east_north is -2.1, must lie in [-2.000000000002, 2.000000000002] arcsec^2", 1, 4, -2.1);
        assertEquals(
                "sigma_north is -3, must be finite and >= 0, in arcsec",
                assertThrows(IllegalArgumentException.class, () -> PositionCovariance.diagonal(1, -3))
                        .getMessage());
    }

    private static void refused(String message, double eastEast, double northNorth, double eastNorth) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new PositionCovariance(eastEast, northNorth, eastNorth))
                        .getMessage());
    }
}
