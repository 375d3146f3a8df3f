package io.lynceus.classifier.fitting;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.model.EvidenceTerm;
import io.lynceus.classifier.model.FeatureAxis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Kernel density of each class over one feature or two, as sums by fold, so that any fold's rows can be left out.
///
/// Gaussian product kernel on features in units of their spread, as wide as the class is small. Every class gets a
/// few rows of the mean class, as the constants say, so that its evidence fades where it has no source near.
final class KernelSums {
    /// Kernel width for 100 sources of a class, in spreads: one feature, two. Held-out likelihood is flat around
    /// them (docs/models.md).
    private static final double[] WIDTH_OF_100 = {0.3, 0.4};
    /// Rows of the mean class that every class is given: one feature, two; a choice, flat likewise.
    private static final double[] LEAN_ROWS = {3, 6};
    /// Least density, per spread (squared); keeps ratios of empty regions at 0.
    private static final double FLOOR = 1e-4;
    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

    private final List<SpreadAxis> axes;
    private final int points;
    /// double[folds][classes][points], and the rows behind them.
    private final double[][][] sums;
    private final int[][] rows;

    /// @param columns of the features in the table, one per axis
    /// @param classes of the rows, in [0, classCount)
    KernelSums(
            List<SpreadAxis> axes,
            int[] columns,
            TrainingTable table,
            int[] classes,
            int classCount,
            int[] folds,
            int foldCount) {
        this.axes = List.copyOf(axes);
        points = axes.stream().mapToInt(axis -> axis.axis().points()).reduce(1, (a, b) -> a * b);
        sums = new double[foldCount][classCount][points];
        rows = new int[foldCount][classCount];
        int[] measured = java.util.stream.IntStream.range(0, table.rows())
                .filter(row -> Arrays.stream(columns).noneMatch(column -> Double.isNaN(table.value(row, column))))
                .toArray();
        int[] ofClass = new int[classCount];
        for (int row : measured) {
            ofClass[classes[row]]++;
        }
        for (int row : measured) {
            double width = width(ofClass[classes[row]]);
            rows[folds[row]][classes[row]]++;
            double[] kernel = axes.getFirst().kernel(table.value(row, columns[0]), width);
            add(
                    sums[folds[row]][classes[row]],
                    kernel,
                    columns.length > 1 ? axes.getLast().kernel(table.value(row, columns[1]), width) : new double[] {1});
        }
    }

    /// Scott's power of the sample size, h ~ n^(-1 / (4 + d)): Scott 1992, Multivariate Density Estimation, eq.
    /// 6.42.
    private double width(int sources) {
        int dimensions = axes.size();
        return WIDTH_OF_100[dimensions - 1] * Math.pow(Math.max(sources, 5) / 100.0, -1.0 / (4 + dimensions));
    }

    private static void add(double[] target, double[] first, double[] second) {
        int at = 0;
        for (double a : first) {
            for (double b : second) {
                target[at++] += a * b;
            }
        }
    }

    /// A term of weight 1 from all folds but one; -1 leaves none out.
    EvidenceTerm without(int fold) {
        int classes = rows[0].length;
        double[][] density = new double[classes][points];
        double[] pool = new double[points];
        int[] count = new int[classes];
        for (int f = 0; f < sums.length; f++) {
            for (int c = 0; f != fold && c < classes; c++) {
                count[c] += rows[f][c];
                for (int p = 0; p < points; p++) {
                    density[c][p] += sums[f][c][p];
                }
            }
        }
        for (int c = 0; c < classes; c++) {
            for (int p = 0; p < points; p++) {
                pool[p] += density[c][p] / Math.max(1, count[c]) / classes;
            }
        }
        double lean = LEAN_ROWS[axes.size() - 1];
        List<List<Double>> lnRatios = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            List<Double> table = new ArrayList<>(points);
            for (int p = 0; p < points; p++) {
                double leaning = (density[c][p] + lean * pool[p]) / (count[c] + lean);
                table.add(rounded(Math.log((leaning + FLOOR) / (pool[p] + FLOOR))));
            }
            lnRatios.add(table);
        }
        return new EvidenceTerm(
                axes.stream().map(SpreadAxis::axis).toList(),
                lnRatios,
                Arrays.stream(pool)
                        .mapToObj(density0 -> rounded(Math.log(density0 + FLOOR)))
                        .toList(),
                java.util.Collections.nCopies(classes, 1.0),
                java.util.Optional.empty());
    }

    /// To 0.001 nat: far below what a density is known to, and a third of the document's size.
    private static double rounded(double nats) {
        return Math.rint(nats * 1000) / 1000;
    }

    /// An axis with the spread in which its kernel is measured.
    ///
    /// @param spread distance of the 5% and the 95% quantile over that of a Gaussian in sigmas, in the feature's
    ///     unit
    record SpreadAxis(FeatureAxis axis, double spread) {
        /// Grid points per spread: one feature, two.
        private static final double[] POINTS_PER_SPREAD = {10, 4};
        /// Spreads from the median to the ends of an axis.
        private static final double REACH = 4;
        /// Distance of the 5% and the 95% quantile of a Gaussian, in sigmas.
        private static final double QUANTILES_SIGMA = 2 * 1.6448536269514722;

        /// @param values measured, at least one; without spread they make an axis of one unit that tells nothing
        static SpreadAxis of(FeatureDefinition feature, double[] values, boolean folded, int dimensions) {
            double[] sorted = Arrays.stream(values)
                    .map(value -> folded ? Math.abs(value) : value)
                    .sorted()
                    .toArray();
            double median = sorted[sorted.length / 2];
            double spread = (sorted[sorted.length * 95 / 100] - sorted[sorted.length * 5 / 100]) / QUANTILES_SIGMA;
            if (!(spread > 0)) {
                return new SpreadAxis(new FeatureAxis(feature, median - 0.5, median + 0.5, 2, folded), 1);
            }
            double low = folded ? 0 : Math.max(sorted[0], median - REACH * spread);
            double high = Math.min(sorted[sorted.length - 1], median + REACH * spread);
            int points = 1 + (int) Math.ceil((high - low) / spread * POINTS_PER_SPREAD[dimensions - 1]);
            return new SpreadAxis(new FeatureAxis(feature, low, high, points, folded), spread);
        }

        /// Kernel of a value at the grid points, per spread; `width` in spreads. A folded axis has the kernel's
        /// mirror image too.
        double[] kernel(double value, double width) {
            double centre = axis.place(value) * axis.step();
            double[] kernel = new double[axis.points()];
            for (int p = 0; p < kernel.length; p++) {
                double distance = (p * axis.step() - centre) / (spread * width);
                kernel[p] = Math.exp(-distance * distance / 2);
                if (axis.folded()) {
                    double mirrored = (p * axis.step() + centre) / (spread * width);
                    kernel[p] += Math.exp(-mirrored * mirrored / 2);
                }
                kernel[p] /= SQRT_TWO_PI * width;
            }
            return kernel;
        }
    }
}
