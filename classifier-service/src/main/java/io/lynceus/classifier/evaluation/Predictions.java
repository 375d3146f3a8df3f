package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.fitting.ConfusionMatrix;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.ReliabilityBin;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.scoring.LogProbabilities;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Posteriors of sources whose class is known: `probabilities` is double[rows * classes], row-major.
final class Predictions {
    /// Equal bins of the winner's posterior for the calibration error, pure number (Guo et al. 2017, ICML).
    private static final int CALIBRATION_BINS = 15;
    /// Resamples behind a bootstrap interval, pure number (Efron & Tibshirani 1993, section 13.3).
    private static final int RESAMPLES = 1000;

    private final Taxonomy taxonomy;
    private final double[] probabilities;
    private final int[] truths;
    private final long[] skyCells;
    private final int[] winners;

    Predictions(Taxonomy taxonomy, double[] probabilities, int[] truths, long[] skyCells) {
        this.taxonomy = taxonomy;
        this.probabilities = probabilities.clone();
        this.truths = truths.clone();
        this.skyCells = skyCells.clone();
        int classes = taxonomy.size();
        winners = new int[truths.length];
        for (int row = 0; row < truths.length; row++) {
            winners[row] = LogProbabilities.indexOfLargest(
                    Arrays.copyOfRange(probabilities, row * classes, (row + 1) * classes));
        }
    }

    ConfusionMatrix matrix() {
        int[] counts = new int[taxonomy.size() * taxonomy.size()];
        for (int row = 0; row < truths.length; row++) {
            counts[winners[row] * taxonomy.size() + truths[row]]++;
        }
        return ConfusionMatrix.of(taxonomy, counts);
    }

    /// Expected calibration error: |share right - mean posterior of the winner| per bin, weighted by the bin's
    /// sources.
    double expectedCalibrationError() {
        double[] excess = new double[CALIBRATION_BINS];
        for (int row = 0; row < truths.length; row++) {
            double posterior = probabilities[row * taxonomy.size() + winners[row]];
            excess[Math.min((int) (posterior * CALIBRATION_BINS), CALIBRATION_BINS - 1)] +=
                    (winners[row] == truths[row] ? 1 : 0) - posterior;
        }
        return Arrays.stream(excess).map(Math::abs).sum() / Math.max(1, truths.length);
    }

    /// Bins of the winner's posterior that hold any source, from the least sure on.
    List<ReliabilityBin> reliability() {
        int[] sources = new int[CALIBRATION_BINS];
        double[] posteriors = new double[CALIBRATION_BINS];
        int[] right = new int[CALIBRATION_BINS];
        for (int row = 0; row < truths.length; row++) {
            double posterior = probabilities[row * taxonomy.size() + winners[row]];
            int bin = Math.min((int) (posterior * CALIBRATION_BINS), CALIBRATION_BINS - 1);
            sources[bin]++;
            posteriors[bin] += posterior;
            right[bin] += winners[row] == truths[row] ? 1 : 0;
        }
        return IntStream.range(0, CALIBRATION_BINS)
                .filter(bin -> sources[bin] > 0)
                .mapToObj(bin -> new ReliabilityBin(
                        sources[bin],
                        posteriors[bin] / sources[bin],
                        (double) right[bin] / sources[bin],
                        ConfidenceInterval.wilson(right[bin], sources[bin])))
                .toList();
    }

    /// The predictions of some rows.
    Predictions of(int[] rows) {
        int classes = taxonomy.size();
        double[] chosen = new double[rows.length * classes];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(probabilities, rows[i] * classes, chosen, i * classes, classes);
        }
        return new Predictions(
                taxonomy,
                chosen,
                Arrays.stream(rows).map(row -> truths[row]).toArray(),
                Arrays.stream(rows).mapToLong(row -> skyCells[row]).toArray());
    }

    /// Brier score over all classes, in [0, 2]: mean over sources of the sum over classes of (P - 1 or 0)^2.
    double brier() {
        double sum = 0;
        for (int row = 0; row < truths.length; row++) {
            sum += squaredMiss(row);
        }
        return sum / truths.length;
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    /// Class of the largest posterior, by its place in the taxonomy.
    int winner(int row) {
        return winners[row];
    }

    double winnerProbability(int row) {
        return probabilities[row * taxonomy.size() + winners[row]];
    }

    /// 95% bootstrap interval of a score; whole sky cells are drawn, since neighbours are not independent.
    ConfidenceInterval bootstrap(ToDoubleFunction<ConfusionMatrix> score, long seed) {
        ByCell byCell = byCell();
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] drawn = IntStream.range(0, byCell.cells())
                    .map(draw -> random.nextInt(byCell.cells()))
                    .toArray();
            scores[resample] = score.applyAsDouble(byCell.matrix(drawn));
        }
        Arrays.sort(scores);
        int tail = RESAMPLES / 40;
        return new ConfidenceInterval(scores[tail], scores[RESAMPLES - 1 - tail]);
    }

    /// Sums over each sky cell, cells in ascending order.
    ByCell byCell() {
        long[] cells = Arrays.stream(skyCells).distinct().sorted().toArray();
        int classes = taxonomy.size();
        ByCell byCell = new ByCell(
                taxonomy, new int[cells.length][classes * classes], new int[cells.length], new double[cells.length]);
        for (int row = 0; row < truths.length; row++) {
            int cell = Arrays.binarySearch(cells, skyCells[row]);
            byCell.counts[cell][winners[row] * classes + truths[row]]++;
            byCell.rows[cell]++;
            byCell.squares[cell] += squaredMiss(row);
        }
        return byCell;
    }

    private double squaredMiss(int row) {
        double sum = 0;
        for (int c = 0; c < taxonomy.size(); c++) {
            double miss = probabilities[row * taxonomy.size() + c] - (truths[row] == c ? 1 : 0);
            sum += miss * miss;
        }
        return sum;
    }

    /// What a resample of sky cells is summed from.
    ///
    /// @param counts flat confusion matrix of each cell, predicted class as the row
    /// @param squares sum of each cell's squared misses, for the Brier score
    record ByCell(Taxonomy taxonomy, int[][] counts, int[] rows, double[] squares) {
        int cells() {
            return rows.length;
        }

        ConfusionMatrix matrix(int[] drawn) {
            int[] sum = new int[taxonomy.size() * taxonomy.size()];
            for (int cell : drawn) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += counts[cell][i];
                }
            }
            return ConfusionMatrix.of(taxonomy, sum);
        }

        /// Macro F1, F1 of every class, Brier score.
        double[] scores(int[] drawn) {
            ConfusionMatrix matrix = matrix(drawn);
            double[] scores = new double[taxonomy.size() + 2];
            scores[0] = matrix.macroF1();
            for (int c = 0; c < taxonomy.size(); c++) {
                scores[1 + c] = matrix.f1(c);
            }
            double sum = 0;
            int sources = 0;
            for (int cell : drawn) {
                sum += squares[cell];
                sources += rows[cell];
            }
            scores[1 + taxonomy.size()] = sum / sources;
            return scores;
        }
    }
}
