package io.lynceus.standalone.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.sky.SkyPosition;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final int DRAWS = 40_000;
    private final Dice dice = Dice.of(11, "test");

    @Test
    void countsHaveTheMeanAndVarianceOfPoisson() {
        for (double mean : new double[] {0.3, 4, 49, 51, 900}) {
            double[] counts = draws(() -> dice.poisson(mean));
            double average = DoubleStream.of(counts).average().orElseThrow();
            double variance = DoubleStream.of(counts)
                            .map(c -> (c - average) * (c - average))
                            .sum()
                    / (DRAWS - 1);
            assertEquals(mean, average, 5 * Math.sqrt(mean / DRAWS));
            assertEquals(1, variance / mean, 0.05);
        }
    }

    @Test
    void halfOfAParetoDrawLiesAboveTheMedianOfItsSlope() {
        double[] fluxes = draws(() -> dice.pareto(1, 1.5, 1e6));
        assertEquals(Math.pow(2, 1 / 1.5), fluxes[DRAWS / 2], 0.02);
        assertEquals(1, fluxes[0], 1e-3);
    }

    @Test
    void weightsArePreferredInProportion() {
        double[] drawn = draws(() -> dice.weighted(1, 0, 3));
        assertEquals(0.25, DoubleStream.of(drawn).filter(i -> i == 0).count() / (double) DRAWS, 0.01);
        assertEquals(0, DoubleStream.of(drawn).filter(i -> i == 1).count());
    }

    @Test
    void positionsFillADiscEvenly() {
        SkyPosition center = new SkyPosition(0, -89);
        double[] radii = draws(() -> center.separationArcsec(dice.within(center, 900)));
        assertEquals(900 / Math.sqrt(2), radii[DRAWS / 2], 6);
        assertEquals(900, radii[DRAWS - 1], 1);
    }

    @Test
    void partsOfASurveyHaveTheirOwnDice() {
        assertEquals(Dice.of(5, "a").uniform(0, 1), Dice.of(5, "a").uniform(0, 1));
        assertEquals(
                2,
                DoubleStream.of(Dice.of(5, "a").uniform(0, 1), Dice.of(5, "b").uniform(0, 1))
                        .distinct()
                        .count());
    }

    /// Many draws, sorted.
    private static double[] draws(DoubleSupplier draw) {
        double[] values = DoubleStream.generate(draw).limit(DRAWS).toArray();
        Arrays.sort(values);
        return values;
    }
}
