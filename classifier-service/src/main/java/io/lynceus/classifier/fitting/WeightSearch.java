package io.lynceus.classifier.fitting;

import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.scoring.DensityTables;
import io.lynceus.classifier.scoring.LogProbabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Category weights that maximise the objective over held-out rows, whose likelihoods are taken once beforehand.
final class WeightSearch {
    /// Members of the population per searched weight; Storn & Price (1997), section 4, advise 5 to 10.
    private static final int POPULATION_PER_WEIGHT = 8;
    /// Generations of the search, a choice: with four weights they find a hill's top to 0.05 (ModelFitTest).
    private static final int GENERATIONS = 40;

    private static final PropertyCategory[] CATEGORIES = PropertyCategory.values();

    private final FitOptions options;
    private final NaiveBayesRule rule;
    private final Objective objective;
    private final double[] lnPrior;
    private final int classes;
    private final List<HeldOutRow> rows = new ArrayList<>();

    /// Sums over a category's features for one source, double[categories * classes] each, weights not yet applied.
    private record HeldOutRow(int truth, int present, double[] ofPresent, double[] ofMissing) {}

    WeightSearch(FitOptions options, FitRule.PaperMode fitRule, Prior prior) {
        this.options = options;
        rule = fitRule.rule();
        objective = fitRule.objective();
        lnPrior = prior.logarithms();
        classes = options.taxonomy().size();
    }

    /// Adds rows, with densities from rows of other folds.
    void add(TrainingTable held, List<FeatureLikelihood> likelihoods) {
        DensityTables tables = new DensityTables(likelihoods);
        NaiveBayesRule plain = rule.with(rule.weights(), 1);
        int[] truths = held.classIndices(options.taxonomy());
        double[] ln = new double[classes];
        for (int row = 0; row < held.rows(); row++) {
            double[] ofPresent = new double[CATEGORIES.length * classes];
            double[] ofMissing = new double[CATEGORIES.length * classes];
            int present = 0;
            for (int f = 0; f < tables.features(); f++) {
                FeatureLikelihood likelihood = likelihoods.get(f);
                int at = likelihood.feature().category().ordinal() * classes;
                double value = held.value(row, f);
                boolean measured = !Double.isNaN(value);
                if (measured) {
                    present++;
                    tables.lnDensities(f, value, ln, 0);
                }
                for (int c = 0; c < classes; c++) {
                    double share = likelihood.presentShares().get(c);
                    if (measured) {
                        ofPresent[at + c] += ln[c] + plain.lnPresent(share);
                    } else {
                        ofMissing[at + c] += plain.lnMissing(share);
                    }
                }
            }
            rows.add(new HeldOutRow(truths[row], present, ofPresent, ofMissing));
        }
    }

    TuningReport best(SearchProgress watch) {
        double[] upper = new double[CATEGORIES.length + (rule instanceof NaiveBayesRule.AuthorsCode ? 1 : 0)];
        Arrays.fill(upper, CategoryWeights.MAX_WEIGHT);
        if (upper.length > CATEGORIES.length) {
            upper[CATEGORIES.length] = 1;
        }
        NaiveBayesRule best =
                candidate(new DifferentialEvolution(POPULATION_PER_WEIGHT * upper.length, GENERATIONS, options.seed())
                        .maximise(upper, weights -> objective.of(matrix(candidate(weights))), watch));
        ConfusionMatrix matrix = matrix(best);
        return new TuningReport(best, objective.of(matrix), matrix);
    }

    /// Confusions of the rows under a rule.
    private ConfusionMatrix matrix(NaiveBayesRule candidate) {
        double missingExponent =
                candidate instanceof NaiveBayesRule.AuthorsCode authors ? authors.missingExponent() : 0;
        double[] exponents = exponents(candidate);
        int[] counts = new int[classes * classes];
        double[] scores = new double[classes];
        for (HeldOutRow row : rows) {
            System.arraycopy(lnPrior, 0, scores, 0, classes);
            for (int category = 0; category < CATEGORIES.length; category++) {
                double exponent = exponents[row.present() * CATEGORIES.length + category];
                int at = category * classes;
                for (int c = 0; c < classes; c++) {
                    scores[c] += exponent * (row.ofPresent()[at + c] + missingExponent * row.ofMissing()[at + c]);
                }
            }
            counts[LogProbabilities.indexOfLargest(scores) * classes + row.truth()]++;
        }
        return ConfusionMatrix.of(options.taxonomy(), counts);
    }

    /// double[(features + 1) * categories], by the number of features that are present.
    private double[] exponents(NaiveBayesRule candidate) {
        int features = options.features().size();
        double[] exponents = new double[(features + 1) * CATEGORIES.length];
        for (int present = 0; present <= features; present++) {
            for (PropertyCategory category : CATEGORIES) {
                exponents[present * CATEGORIES.length + category.ordinal()] =
                        candidate.exponent(category, present, features - present);
            }
        }
        return exponents;
    }

    private NaiveBayesRule candidate(double[] weights) {
        CategoryWeights categories = new CategoryWeights(weights[0], weights[1], weights[2], weights[3]);
        return rule.with(categories, weights.length > CATEGORIES.length ? weights[CATEGORIES.length] : 0);
    }
}
