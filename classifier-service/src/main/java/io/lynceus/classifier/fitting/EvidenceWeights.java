package io.lynceus.classifier.fitting;

import io.lynceus.classifier.scoring.LogProbabilities;
import java.util.Arrays;

/// Weights and calibration that make the labels most likely: regularised multinomial logistic regression.
///
/// Score of class c: b_c + sum over terms t of w_tc r_tc. Minimises the sum over rows of v_i (-ln P of the row's
/// class) plus the ridge times the sum of (w - w0)^2 with w >= 0, a convex problem with one answer, by projected
/// gradient steps with momentum and restart. The weight of a row is v_i ~ 1 / sqrt(rows of its class), and the
/// calibration is put back to the sample's own proportions: rare classes count in the weights without coming too
/// often.
///
/// Source: Beck & Teboulle (2009), SIAM J. Imaging Sci. 2, 183, doi:10.1137/080716542; O'Donoghue & Candes (2015),
/// Found. Comput. Math. 15, 715, doi:10.1007/s10208-013-9150-3 (restart).
final class EvidenceWeights {
    /// Strength of the pull towards [#LIKELY_WEIGHT], in rows of mean weight; held-out scores are flat from 1 to 10.
    private static final double RIDGE = 3;
    /// Weight of a term nothing is known of: terms say in part the same, so each counts a little.
    private static final double LIKELY_WEIGHT = 0.2;

    private static final double[] NO_GRADIENT = {};
    private static final int MOST_STEPS = 1500;
    /// Relative change of the objective at which the search ends.
    private static final double TOLERANCE = 1e-9;

    private final double[] evidence;
    private final int[] truths;
    private final double[] rowWeights;
    private final int terms;
    private final int classes;
    private final int[] counts;

    /// @param evidence unweighted ln ratios, double[rows * terms * classes], row-major
    EvidenceWeights(double[] evidence, int[] truths, int terms, int classes) {
        this.evidence = evidence.clone();
        this.truths = truths.clone();
        this.terms = terms;
        this.classes = classes;
        counts = new int[classes];
        for (int truth : truths) {
            counts[truth]++;
        }
        rowWeights = Arrays.stream(truths)
                .mapToDouble(truth -> 1 / Math.sqrt(counts[truth]))
                .toArray();
        double mean = Arrays.stream(rowWeights).average().orElse(1);
        for (int row = 0; row < rowWeights.length; row++) {
            rowWeights[row] /= mean;
        }
    }

    /// @param weights double[terms * classes], >= 0
    /// @param intercepts by class, for the sample's own class proportions
    record Fitted(double[] weights, double[] intercepts) {}

    Fitted fit() {
        int size = terms * classes;
        double[] point = new double[size + classes];
        Arrays.fill(point, 0, size, LIKELY_WEIGHT);
        double[] ahead = point.clone();
        double[] gradient = new double[point.length];
        double curvature = truths.length / 4.0;
        double momentum = 1;
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double at = objective(ahead, gradient, size);
            double[] next = descended(ahead, gradient, curvature);
            double value = objective(next, NO_GRADIENT, size);
            while (value > bound(at, ahead, next, gradient, curvature) && curvature < 1e12) {
                curvature *= 2;
                next = descended(ahead, gradient, curvature);
                value = objective(next, NO_GRADIENT, size);
            }
            if (value > last) {
                momentum = 1;
                ahead = point.clone();
                last = Double.POSITIVE_INFINITY;
                continue;
            }
            double faster = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            for (int i = 0; i < next.length; i++) {
                ahead[i] = next[i] + (momentum - 1) / faster * (next[i] - point[i]);
            }
            point = next;
            momentum = faster;
            curvature *= 0.95;
            if (last - value < TOLERANCE * Math.abs(value)) {
                break;
            }
            last = value;
        }
        double[] intercepts = Arrays.copyOfRange(point, size, point.length);
        for (int c = 0; c < classes; c++) {
            intercepts[c] += 0.5 * Math.log(Math.max(1, counts[c]));
        }
        return new Fitted(Arrays.copyOf(point, size), intercepts);
    }

    /// What is minimised, at weights and intercepts for the sample's own class proportions.
    double objective(double[] weights, double[] intercepts) {
        double[] point = Arrays.copyOf(weights, weights.length + classes);
        for (int c = 0; c < classes; c++) {
            point[weights.length + c] = intercepts[c] - 0.5 * Math.log(Math.max(1, counts[c]));
        }
        return objective(point, NO_GRADIENT, weights.length);
    }

    private double[] descended(double[] from, double[] gradient, double curvature) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] - gradient[i] / curvature;
            if (i < terms * classes) {
                to[i] = Math.max(0, to[i]);
            }
        }
        return to;
    }

    /// The parabola that the objective must stay below for a step to be safe.
    private static double bound(double at, double[] from, double[] to, double[] gradient, double curvature) {
        double bound = at;
        for (int i = 0; i < from.length; i++) {
            double step = to[i] - from[i];
            bound += gradient[i] * step + curvature / 2 * step * step;
        }
        return bound + 1e-9 * Math.abs(at);
    }

    /// Value at a point, and its gradient where there is room for it.
    private double objective(double[] point, double[] gradient, int size) {
        double value = 0;
        Arrays.fill(gradient, 0);
        for (int i = 0; i < size; i++) {
            double off = point[i] - LIKELY_WEIGHT;
            value += RIDGE * off * off;
            if (gradient.length > 0) {
                gradient[i] = 2 * RIDGE * off;
            }
        }
        double[] scores = new double[classes];
        for (int row = 0; row < truths.length; row++) {
            int from = row * size;
            System.arraycopy(point, size, scores, 0, classes);
            for (int i = 0; i < size; i += classes) {
                for (int c = 0; c < classes; c++) {
                    scores[c] += point[i + c] * evidence[from + i + c];
                }
            }
            double lnNormalisation = LogProbabilities.logSumExp(scores);
            value += rowWeights[row] * (lnNormalisation - scores[truths[row]]);
            if (gradient.length > 0) {
                for (int c = 0; c < classes; c++) {
                    scores[c] = rowWeights[row] * (Math.exp(scores[c] - lnNormalisation) - (c == truths[row] ? 1 : 0));
                    gradient[size + c] += scores[c];
                }
                for (int i = 0; i < size; i += classes) {
                    for (int c = 0; c < classes; c++) {
                        gradient[i + c] += scores[c] * evidence[from + i + c];
                    }
                }
            }
        }
        return value;
    }
}
