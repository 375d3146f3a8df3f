package io.lynceus.classifier.fitting;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.model.LikelihoodDensity;
import io.lynceus.classifier.model.LikelihoodDensity.Shape;
import io.lynceus.classifier.model.Taxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Class densities of one feature from a labelled sample: a kernel estimate, or a histogram of few distinct values.
///
/// Kernel: exponential, exp(-|u|/h) / 2h, with h = (max - min) / (5 n^0.2) and n counted over all classes; tabulated
/// on 100 points. The floor p <- (p + 0.01/nb) / (1 + 0.02/nb) acts on the probability per bin.
///
/// Source: Tranin et al. (2022), A&A 657, A138, section 3.2.
public final class DensityEstimate {
    /// Grid points or bins of a density, pure number ("about 100", section 3.2).
    public static final int BINS = 100;
    /// Fewer distinct values than this are counted, not smoothed (section 3.2).
    private static final int FEWEST_DISTINCT_FOR_KERNEL = 10;
    /// Divisor of the bandwidth, pure number (section 3.2).
    private static final double BANDWIDTH_DIVISOR = 5;
    /// Power of the sample size in the bandwidth, pure number (section 3.2).
    private static final double BANDWIDTH_POWER = 0.2;
    /// Numerator of the floor, probability over all bins (CLAXBOI).
    private static final double FLOOR = 0.01;
    /// Floor of the normalisation, probability over all bins (CLAXBOI).
    private static final double FLOOR_NORMALISATION = 0.02;
    /// Smoothing of the share of sources with a feature: (fraction + 0.001) / 1.002 (CLAXBOI).
    private static final double SHARE_FLOOR = 0.001;

    private DensityEstimate() {}

    /// One density per class on a shared grid. `valuesOfClass` holds the measured values of each class, no NaN.
    public static List<LikelihoodDensity> densities(
            FeatureDefinition feature, Taxonomy taxonomy, List<double[]> valuesOfClass) {
        double[] all =
                valuesOfClass.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        double low = all.length > 0 ? all[0] : 0;
        double high = all.length > 0 ? all[all.length - 1] : 0;
        if (!(low < high)) {
            return oneBin(low, taxonomy.size());
        }
        boolean curve =
                Arrays.stream(all).distinct().limit(FEWEST_DISTINCT_FOR_KERNEL).count() == FEWEST_DISTINCT_FOR_KERNEL;
        Shape shape = curve ? Shape.CURVE : Shape.HISTOGRAM;
        double binWidth = (high - low) / (curve ? BINS - 1 : BINS);
        double bandwidth = (high - low) / (BANDWIDTH_DIVISOR * Math.pow(all.length, BANDWIDTH_POWER));
        List<LikelihoodDensity> densities = new ArrayList<>();
        for (int c = 0; c < taxonomy.size(); c++) {
            double[] sorted = valuesOfClass.get(c).clone();
            Arrays.sort(sorted);
            double[] table = curve ? kernel(sorted, low, binWidth, bandwidth) : histogram(sorted, low, binWidth);
            if (GalacticLatitudeBias.affects(feature, taxonomy.classes().get(c))) {
                GalacticLatitudeBias.correct(table, low, binWidth);
            }
            densities.add(new LikelihoodDensity(shape, low, high, floored(table, binWidth)));
        }
        return densities;
    }

    /// Share of sources that have a feature, kept inside (0, 1).
    static double presentShare(int present, int rows) {
        double fraction = rows > 0 ? (double) present / rows : 0;
        return (fraction + SHARE_FLOOR) / (1 + 2 * SHARE_FLOOR);
    }

    /// A feature without spread tells nothing: the same likelihood for every class.
    private static List<LikelihoodDensity> oneBin(double value, int classes) {
        double margin = Math.max(Math.ulp(value) * 4, 0.5);
        LikelihoodDensity flat =
                new LikelihoodDensity(Shape.HISTOGRAM, value - margin, value + margin, List.of(1 / (2 * margin)));
        return java.util.Collections.nCopies(classes, flat);
    }

    /// Kernel estimate at the grid points; two sweeps over sorted values give the exact sum in O(n + bins).
    static double[] kernel(double[] sorted, double low, double binWidth, double bandwidth) {
        double[] density = new double[BINS];
        if (sorted.length == 0) {
            return density;
        }
        double decay = Math.exp(-binWidth / bandwidth);
        double reach = 0;
        int next = 0;
        for (int k = 0; k < BINS; k++) {
            double point = low + k * binWidth;
            reach *= decay;
            while (next < sorted.length && sorted[next] <= point) {
                reach += Math.exp((sorted[next] - point) / bandwidth);
                next++;
            }
            density[k] = reach;
        }
        reach = 0;
        next = sorted.length - 1;
        for (int k = BINS - 1; k >= 0; k--) {
            double point = low + k * binWidth;
            reach *= decay;
            while (next >= 0 && sorted[next] > point) {
                reach += Math.exp((point - sorted[next]) / bandwidth);
                next--;
            }
            density[k] = (density[k] + reach) / (2 * bandwidth * sorted.length);
        }
        return density;
    }

    private static double[] histogram(double[] values, double low, double binWidth) {
        double[] density = new double[BINS];
        for (double value : values) {
            density[Math.min((int) ((value - low) / binWidth), BINS - 1)] += 1 / (values.length * binWidth);
        }
        return density;
    }

    private static List<Double> floored(double[] density, double binWidth) {
        return Arrays.stream(density)
                .map(value -> (value * binWidth + FLOOR / BINS) / (1 + FLOOR_NORMALISATION / BINS) / binWidth)
                .boxed()
                .toList();
    }
}
