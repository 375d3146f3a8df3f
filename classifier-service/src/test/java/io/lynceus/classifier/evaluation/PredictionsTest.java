package io.lynceus.classifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.fitting.ConfusionMatrix;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.Taxonomy;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private static final Taxonomy TWO = Taxonomy.of("A", "B");

    @Test
    void calibrationErrorIsTheGapBetweenConfidenceAndSuccess() {
        double[] probabilities = {0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.4, 0.6};
        Predictions predictions =
                new Predictions(TWO, probabilities, new int[] {0, 0, 1, 1, 1}, new long[] {1, 2, 3, 4, 5});
        assertEquals((4 * 0.4 + 0.4) / 5, predictions.expectedCalibrationError(), 1e-12);
    }

    @Test
    void brierScoreOfCertaintyIsZeroWhenRightAndTwoWhenWrong() {
        Predictions predictions = new Predictions(TWO, new double[] {1, 0, 1, 0}, new int[] {0, 1}, new long[] {1, 2});
        assertEquals(1, predictions.brier(), 1e-15);
    }

    @Test
    void bootstrapIntervalHoldsTheScoreAndNarrowsWithTheSample() {
        double small = width(60);
        double large = width(6000);
        assertTrue(large < small / 5, small + " -> " + large);
    }

    private static double width(int rows) {
        double[] probabilities = new double[rows * 2];
        int[] truths = new int[rows];
        long[] cells = new long[rows];
        for (int row = 0; row < rows; row++) {
            truths[row] = row % 2;
            boolean right = row % 5 != 0;
            probabilities[row * 2 + (right ? truths[row] : 1 - truths[row])] = 1;
            cells[row] = row;
        }
        Predictions predictions = new Predictions(TWO, probabilities, truths, cells);
        ConfidenceInterval interval = predictions.bootstrap(ConfusionMatrix::macroF1, 1);
        double score = predictions.matrix().macroF1();
        assertTrue(interval.low() < score && score < interval.high());
        return interval.high() - interval.low();
    }

    /// Expected: the formula of Wilson (1927) in Python 3 floats.
    @Test
    void wilsonIntervalOfEightInTen() {
        ConfidenceInterval interval = ConfidenceInterval.wilson(8, 10);
        assertEquals(0.4901624715366418, interval.low(), 1e-9);
        assertEquals(0.9433178485456247, interval.high(), 1e-9);
        assertEquals(new ConfidenceInterval(0, 1), ConfidenceInterval.wilson(0, 0));
    }
}
