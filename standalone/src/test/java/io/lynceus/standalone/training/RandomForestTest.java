package io.lynceus.standalone.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomForestTest {
    private static final Taxonomy TWO = Taxonomy.of("A", "B");

    /// Class B has larger x, or none at all.
    private static TrainingTable table(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = IntStream.range(0, 200)
                .mapToDouble(
                        i -> i % 2 == 1 ? random.nextGaussian() : i / 2 % 2 == 0 ? -3 : i / 2 % 4 == 1 ? 3 : Double.NaN)
                .toArray();
        return new TrainingTable(
                List.of("x", "noise"),
                values,
                IntStream.range(0, 100)
                        .mapToObj(row -> TWO.classes().get(row % 2))
                        .toList(),
                IntStream.range(0, 100).mapToLong(row -> row).toArray());
    }

    @Test
    void itSeparatesWhatAThresholdSeparatesAndVotesSumToOne() {
        RandomForest forest = new RandomForest(TWO, List.of("noise", "x"), 100, 1);
        double[] posteriors = forest.learn(table(1)).posteriors(table(2));
        for (int row = 0; row < 100; row++) {
            assertEquals(1, posteriors[2 * row] + posteriors[2 * row + 1], 1e-9);
            assertTrue(posteriors[2 * row + row % 2] > 0.5, "row " + row);
        }
        assertArrayEquals(
                posteriors,
                new RandomForest(TWO, List.of("noise", "x"), 100, 1)
                        .learn(table(1))
                        .posteriors(table(2)));
    }
}
