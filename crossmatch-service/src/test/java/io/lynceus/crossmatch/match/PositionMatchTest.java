package io.lynceus.crossmatch.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.Tables;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionMatchTest {
    private static final SkyPosition HERE = new SkyPosition(150, 2);

    @Test
    void circularErrorsGiveTheBayesFactorOfBudavariAndSzalay() {
        PositionCovariance combined = PositionCovariance.isotropic(0.9674).plus(PositionCovariance.isotropic(0.24));
        PositionMatch match = PositionMatch.between(HERE, HERE.offset(30, 0.33179924), combined);
        // First pair of nway_known/two.csv: NWAY 4.7.1 gives 10.908666.
        assertEquals(10.908666, match.log10BayesFactor(), 1e-4);
        assertEquals(0.33179924, match.separationArcsec(), 1e-9);
    }

    @Test
    void ellipseCountsInTheDirectionOfTheSeparation() {
        PositionCovariance north = new ErrorEllipse(3, 1, 0, Containment.ONE_SIGMA_PER_AXIS).covariance();
        assertEquals(1, PositionMatch.between(HERE, HERE.offset(0, 3), north).separationSigma(), 1e-6);
        assertEquals(3, PositionMatch.between(HERE, HERE.offset(90, 3), north).separationSigma(), 1e-6);
    }

    @Test
    void matchIsSymmetricToWithinTheTurnOfNorthBetweenTheTwo() {
        PositionCovariance combined = new ErrorEllipse(3, 1, 40, 0.9).covariance();
        for (SkyPosition one : Skies.awkwardPositions(11, 300)) {
            if (Math.abs(one.decDeg()) < 45) {
                SkyPosition other = one.offset(77, 4);
                assertEquals(
                        PositionMatch.between(one, other, combined).log10BayesFactor(),
                        PositionMatch.between(other, one, combined).log10BayesFactor(),
                        1e-3);
            }
        }
    }

    @Test
    void withinAddsTheMarginAllAroundTheEllipse() {
        PositionCovariance unit = PositionCovariance.isotropic(1);
        assertTrue(PositionMatch.between(HERE, HERE, unit).within(3, 0));
        assertTrue(PositionMatch.between(HERE, HERE.offset(10, 3.09), unit).within(3, 0.1));
        assertTrue(!PositionMatch.between(HERE, HERE.offset(10, 3.11), unit).within(3, 0.1));
    }

    /// The README of the shared data says why not better: NWAY approximates the ellipse.
    @Test
    void ellipticalFormAgreesWithNwayOnChandraAndGaia() throws IOException {
        List<Map<String, String>> rows = Tables.csv(SharedData.require("nway_csc_gaia.csv"));
        double[] differences = rows.stream()
                .filter(row -> !row.get("dist_bayesfactor").isEmpty())
                .mapToDouble(row -> Math.abs(log10BayesFactor(row) - Tables.number(row, "dist_bayesfactor")))
                .sorted()
                .toArray();
        assertEquals(2263, differences.length);
        double median = differences[differences.length / 2];
        double largest = differences[differences.length - 1];
        assertTrue(median < 1e-3, "median " + median + " dex");
        assertTrue(largest <= 0.07, "largest " + largest + " dex");
    }

    private static double log10BayesFactor(Map<String, String> row) {
        double r0 = Tables.number(row, "CSC_err_r0");
        double r1 = Tables.number(row, "CSC_err_r1");
        PositionCovariance xray = new ErrorEllipse(
                        Math.max(r0, r1),
                        Math.min(r0, r1),
                        Tables.number(row, "CSC_PA") + (r1 > r0 ? 90 : 0),
                        Containment.ONE_SIGMA_PER_AXIS)
                .covariance();
        return PositionMatch.between(
                        new SkyPosition(Tables.number(row, "ra"), Tables.number(row, "dec")),
                        new SkyPosition(Tables.number(row, "GAIA_RA"), Tables.number(row, "GAIA_DEC")),
                        xray.plus(PositionCovariance.isotropic(Tables.number(row, "GAIA_PU"))))
                .log10BayesFactor();
    }
}
