package io.lynceus.classifier.scoring;

import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.LikelihoodDensity;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import java.util.Arrays;
import java.util.List;

/// Class scores of [NaiveBayes] without their parts, many sources at a time.
///
/// The logarithm of a product is taken once per category and class, where the evidence needs one per feature and
/// class. Sources are scored in blocks, feature after feature, so that a feature's table stays in the cache. Classes
/// are padded to a multiple of four, the step of the inner loop. A missing value and one outside the range are
/// entries of the table, which avoids branches. Factors are multiplied in the order of the features, so that equal
/// values give equal scores in any batch.
final class DensityProducts {
    /// Sources of a block; a choice.
    private static final int BLOCK = 256;
    /// Classes that the inner loop takes at a time.
    private static final int LANES = 4;
    /// Largest |ln| of a category's product: e^600 is far from where doubles end.
    private static final double SAFE_LN = 600;

    private static final int CATEGORIES = PropertyCategory.values().length;

    private final int features;
    private final int classes;
    /// Classes, filled up to a multiple of four.
    private final int padded;
    private final double[] lnPrior;
    private final int[] category;
    private final double[] lows;
    private final double[] highs;
    /// Table entries per unit of the feature.
    private final double[] entriesPerUnit;
    /// double[features][(entries + 4) * padded]: density times what being measured says; after the entries one for
    /// values outside the range and one for missing ones, each twice, since two neighbours are read.
    private final double[][] factors;
    /// Whether values between two entries are interpolated: 1 or 0.
    private final double[] interpolated;
    /// double[(features + 1) * categories], by the number of measured features.
    private final double[] exponents;
    private final boolean safe;

    DensityProducts(NaiveBayes bayes, Prior prior) {
        List<FeatureLikelihood> likelihoods = bayes.likelihoods();
        NaiveBayesRule rule = bayes.rule();
        features = likelihoods.size();
        classes = bayes.classes();
        lnPrior = prior.logarithms();
        category = new int[features];
        padded = (classes + LANES - 1) / LANES * LANES;
        lows = new double[features];
        highs = new double[features];
        entriesPerUnit = new double[features];
        factors = new double[features][];
        interpolated = new double[features];
        double[] largest = new double[CATEGORIES];
        for (int f = 0; f < features; f++) {
            FeatureLikelihood likelihood = likelihoods.get(f);
            LikelihoodDensity grid = likelihood.densities().getFirst();
            int entries = grid.densities().size();
            boolean curve = grid.shape() == LikelihoodDensity.Shape.CURVE;
            category[f] = likelihood.feature().category().ordinal();
            lows[f] = grid.low();
            highs[f] = grid.high();
            entriesPerUnit[f] = (curve ? entries - 1 : entries) / (grid.high() - grid.low());
            interpolated[f] = curve ? 1 : 0;
            factors[f] = new double[(entries + 4) * padded];
            Arrays.fill(factors[f], 1);
            double far = 0;
            for (int c = 0; c < classes; c++) {
                double share = likelihood.presentShares().get(c);
                double lnPresent = rule.lnPresent(share);
                double lnMissing = rule.lnMissing(share);
                List<Double> densities = likelihood.densities().get(c).densities();
                for (int entry = 0; entry < entries; entry++) {
                    double ln = Math.log(densities.get(entry)) + lnPresent;
                    far = Math.max(far, Math.max(Math.abs(ln), Math.abs(lnMissing)));
                    factors[f][entry * padded + c] = Math.exp(lnPresent) * densities.get(entry);
                }
                for (int twice = 0; twice < 2; twice++) {
                    factors[f][(entries + twice) * padded + c] = Math.exp(lnPresent);
                    factors[f][(entries + 2 + twice) * padded + c] = Math.exp(lnMissing);
                }
            }
            largest[category[f]] += far;
        }
        exponents = new double[(features + 1) * CATEGORIES];
        for (int present = 0; present <= features; present++) {
            for (PropertyCategory of : PropertyCategory.values()) {
                exponents[present * CATEGORIES + of.ordinal()] = rule.exponent(of, present, features - present);
            }
        }
        safe = Arrays.stream(largest).allMatch(ln -> ln < SAFE_LN);
    }

    /// Whether no product can leave the range of doubles.
    boolean isSafe() {
        return safe;
    }

    /// ln unnormalised class scores, double[rows * classes], row-major.
    double[] scores(double[] values) {
        int rows = values.length / features;
        double[] scores = new double[rows * classes];
        double[] products = new double[BLOCK * CATEGORIES * padded];
        int[] present = new int[BLOCK];
        int[] entries = new int[BLOCK];
        double[] parts = new double[BLOCK];
        for (int from = 0; from < rows; from += BLOCK) {
            int size = Math.min(BLOCK, rows - from);
            Arrays.fill(products, 1);
            Arrays.fill(present, 0);
            for (int f = 0; f < features; f++) {
                place(values, from * features + f, size, f, entries, parts, present);
                for (int lane = 0; lane < padded; lane += LANES) {
                    multiply(factors[f], size, lane, category[f] * padded, entries, parts, products);
                }
            }
            for (int row = 0; row < size; row++) {
                sum(products, row, present[row], scores, (from + row) * classes);
            }
        }
        return scores;
    }

    /// Finds the entry below each value, as an offset into the table, and how far towards the next it lies.
    private void place(double[] values, int from, int size, int f, int[] entries, double[] parts, int[] present) {
        int count = factors[f].length / padded - 4;
        int last = interpolated[f] > 0 ? count - 2 : count - 1;
        double low = lows[f];
        double high = highs[f];
        double scale = entriesPerUnit[f];
        double curve = interpolated[f];
        for (int row = 0, at = from; row < size; row++, at += features) {
            double value = values[at];
            boolean measured = !Double.isNaN(value);
            boolean inside = value >= low && value <= high;
            double place = (value - low) * scale;
            int left = Math.min((int) place, last);
            entries[row] = (inside ? left : measured ? count : count + 2) * padded;
            parts[row] = inside ? (place - left) * curve : 0;
            present[row] += measured ? 1 : 0;
        }
    }

    /// Multiplies four classes, the first at `target`, by what the table says at the places found.
    private void multiply(
            double[] table, int size, int lane, int target, int[] entries, double[] parts, double[] products) {
        int width = CATEGORIES * padded;
        int above = padded;
        for (int row = 0, to = target + lane; row < size; row++, to += width) {
            double right = parts[row];
            double left = 1 - right;
            int at = entries[row] + lane;
            int next = at + above;
            products[to] *= table[at] * left + table[next] * right;
            products[to + 1] *= table[at + 1] * left + table[next + 1] * right;
            products[to + 2] *= table[at + 2] * left + table[next + 2] * right;
            products[to + 3] *= table[at + 3] * left + table[next + 3] * right;
        }
    }

    private void sum(double[] products, int row, int present, double[] scores, int at) {
        System.arraycopy(lnPrior, 0, scores, at, classes);
        int from = row * CATEGORIES * padded;
        for (int t = 0; t < CATEGORIES; t++, from += padded) {
            double exponent = exponents[present * CATEGORIES + t];
            if (exponent == 0) {
                continue;
            }
            for (int c = 0; c < classes; c++) {
                scores[at + c] += exponent * TableLogarithm.ln(products[from + c]);
            }
        }
    }
}
