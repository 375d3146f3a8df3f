package io.lynceus.classifier.scoring;

import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import java.util.BitSet;
import java.util.List;

/// Fast scorer of [NaiveBayes]: flat tables, the rule's terms taken once per model, not once per source.
///
/// Equal to [ReferenceScorer] within 1e-9 in ln evidence.
final class NaiveBayesScorer implements Scorer {
    private static final PropertyCategory[] CATEGORIES = PropertyCategory.values();

    private final DensityTables tables;
    private final DensityProducts products;
    private final NaiveBayesRule rule;
    private final double[] lnPrior;
    private final int[] categoryOfFeature;
    /// double[features * classes].
    private final double[] lnPresent;
    private final double[] lnMissing;

    NaiveBayesScorer(NaiveBayes bayes, Prior prior) {
        List<FeatureLikelihood> likelihoods = bayes.likelihoods();
        tables = new DensityTables(likelihoods);
        products = new DensityProducts(bayes, prior);
        rule = bayes.rule();
        lnPrior = prior.logarithms();
        categoryOfFeature = likelihoods.stream()
                .mapToInt(likelihood -> likelihood.feature().category().ordinal())
                .toArray();
        double[] shares = likelihoods.stream()
                .flatMap(likelihood -> likelihood.presentShares().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        lnPresent = new double[shares.length];
        lnMissing = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            lnPresent[i] = rule.lnPresent(shares[i]);
            lnMissing[i] = rule.lnMissing(shares[i]);
        }
    }

    @Override
    public double[] evidence(double[] values, BitSet uncovered) {
        int features = tables.features();
        int classes = tables.classes();
        int rows = values.length / features;
        double[] evidence = new double[rows * (1 + features) * classes];
        double[] exponents = new double[CATEGORIES.length];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(lnPrior, 0, evidence, at, classes);
            at += classes;
            exponentsOf(values, row * features, exponents);
            for (int f = 0; f < features; f++) {
                double value = values[row * features + f];
                double exponent = exponents[categoryOfFeature[f]];
                double[] terms = lnPresent;
                if (Double.isNaN(value)) {
                    terms = lnMissing;
                } else {
                    tables.lnDensities(f, value, evidence, at);
                }
                for (int c = 0; c < classes; c++) {
                    evidence[at + c] = exponent * (evidence[at + c] + terms[f * classes + c]);
                }
                at += classes;
            }
        }
        return evidence;
    }

    @Override
    public double[] scores(double[] values, BitSet uncovered) {
        return products.isSafe()
                ? products.scores(values)
                : Scorer.sums(evidence(values, uncovered), tables.features(), tables.classes());
    }

    private void exponentsOf(double[] values, int from, double[] exponents) {
        int present = 0;
        for (int f = 0; f < tables.features(); f++) {
            present += Double.isNaN(values[from + f]) ? 0 : 1;
        }
        for (PropertyCategory category : CATEGORIES) {
            exponents[category.ordinal()] = rule.exponent(category, present, tables.features() - present);
        }
    }
}
