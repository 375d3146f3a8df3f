package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ErrorEllipseTest {
    @Test
    void covariancesAndDistancesAreThoseOfNumpy() {
        for (GoldenRow row : GoldenRow.of("ellipses.csv")) {
            PositionCovariance covariance =
                    new ErrorEllipse(row.number(0), row.number(1), row.number(2), row.number(3)).covariance();
            double scale = 1e-12 * (covariance.eastEast() + covariance.northNorth());
            assertEquals(row.number(4), covariance.eastEast(), scale, row::toString);
            assertEquals(row.number(5), covariance.northNorth(), scale, row::toString);
            assertEquals(row.number(6), covariance.eastNorth(), scale, row::toString);
            double distance = covariance.mahalanobisSquared(new TangentOffset(row.number(7), row.number(8)));
            assertEquals(row.number(9), distance, 1e-11 * (1 + row.number(9)) * 100, row::toString);
        }
    }

    @Law
    void ellipseOfItsCovarianceIsItself(
            @ForAll @DoubleRange(min = 0.01, max = 100) @Scale(12) double minor,
            @ForAll @DoubleRange(min = 1.01, max = 30) @Scale(12) double ratio,
            @ForAll @DoubleRange(min = -360, max = 360) @Scale(12) double angle,
            @ForAll @DoubleRange(min = 0.01, max = 0.999) @Scale(12) double containment) {
        ErrorEllipse ellipse = new ErrorEllipse(minor * ratio, minor, angle, containment);
        ErrorEllipse back = ellipse.covariance().ellipse(containment);
        assertEquals(1, back.majorArcsec() / ellipse.majorArcsec(), 1e-12);
        assertEquals(1, back.minorArcsec() / ellipse.minorArcsec(), 1e-11);
        assertEquals(0, Math.IEEEremainder(back.angleDeg() - ellipse.angleDeg(), 180), 1e-10);
    }

    @Law
    void itsOwnContourLiesAtTheContainmentRadius(
            @ForAll @DoubleRange(min = 0, max = 180) @Scale(12) double angle,
            @ForAll @DoubleRange(min = 0.01, max = 0.999) @Scale(12) double containment) {
        double sin = Math.sin(Math.toRadians(angle));
        double cos = Math.cos(Math.toRadians(angle));
        PositionCovariance covariance = new ErrorEllipse(3, 1, angle, containment).covariance();
        double expected = Math.pow(Containment.sigmaFactor(containment), 2);
        assertEquals(1, covariance.mahalanobisSquared(new TangentOffset(3 * sin, 3 * cos)) / expected, 1e-12);
        assertEquals(1, covariance.mahalanobisSquared(new TangentOffset(cos, -sin)) / expected, 1e-12);
    }

    @Test
    void aCircleHasNoDirection() {
        PositionCovariance circle = ErrorEllipse.circle(2.448, 0.95).covariance();
        assertEquals(circle.eastEast(), circle.northNorth());
        assertEquals(0, circle.eastNorth());
        assertEquals(1, circle.sigmaMajorArcsec(), 2e-4);
    }

    @Test
    void theAngleIsKeptWithinHalfATurn() {
        assertEquals(150, new ErrorEllipse(2, 1, -30, 0.9).angleDeg());
        assertEquals(10, new ErrorEllipse(2, 1, 370, 0.9).angleDeg());
        assertEquals(new ErrorEllipse(2, 1, 0, 0.9), new ErrorEllipse(2, 1, -180, 0.9));
    }

    @Test
    void impossibleEllipsesAreRefusedByNameAndUnit() {
        refused("error_major_arcsec is NaN, must be finite and > 0, in arcsec", Double.NaN, 1, 0, 0.9);
        refused("error_major_arcsec is -1, must be finite and > 0, in arcsec", -1, 1, 0, 0.9);
        refused("error_minor_arcsec is 0, must be finite and > 0, in arcsec", 1, 0, 0, 0.9);
        refused("error_minor_arcsec is 2, must be at most error_major_arcsec = 1.0 arcsec", 1, 2, 0, 0.9);
        refused("error_angle_deg is NaN, must be finite, in deg", 2, 1, Double.NaN, 0.9);
        refused("error_containment is 1, must lie in (0, 1) (probability)", 2, 1, 0, 1);
        refused("error_containment is NaN, must lie in (0, 1) (probability)", 2, 1, 0, Double.NaN);
    }

    private static void refused(String message, double major, double minor, double angle, double containment) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new ErrorEllipse(major, minor, angle, containment))
                        .getMessage());
    }
}
