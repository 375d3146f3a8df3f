package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.PropertyCategory;
import java.util.Locale;

/// Rule of paper mode that turns the features' likelihoods into one class score: printed formula or authors' code.
///
/// Both are ln score(c) = ln prior(c) + sum over categories t of e_t times the sum over the features of t of
/// (ln L(c) + [#lnPresent]) where the feature is measured and [#lnMissing] where it is not.
public sealed interface NaiveBayesRule {
    /// Name in documents and options.
    String wireName();

    CategoryWeights weights();

    /// The weights in words.
    String description();

    /// Exponent e_t of a category for a source with so many measured and missing features over all categories.
    double exponent(PropertyCategory category, int present, int missing);

    /// Term of a measured feature, given the class's smoothed share of sources that have it, in (0, 1).
    double lnPresent(double presentShare);

    /// Term of a missing feature, given the class's smoothed share of sources that have it, in (0, 1).
    double lnMissing(double presentShare);

    /// The same rule with other weights.
    NaiveBayesRule with(CategoryWeights weights, double missingExponent);

    /// Printed formula: the categories' products to the power alpha_t / sum of alpha; a missing feature is no
    /// evidence.
    ///
    /// Source: Tranin et al. (2022), A&A 657, A138, equation 3.
    record SeedFormula(CategoryWeights weights) implements NaiveBayesRule {
        public static final String NAME = "seed-formula";

        @Override
        public String wireName() {
            return NAME;
        }

        @Override
        public String description() {
            return weights.description();
        }

        @Override
        public double exponent(PropertyCategory category, int present, int missing) {
            return weights.of(category) / weights.total();
        }

        @Override
        public double lnPresent(double presentShare) {
            return 0;
        }

        @Override
        public double lnMissing(double presentShare) {
            return 0;
        }

        @Override
        public SeedFormula with(CategoryWeights other, double missingExponent) {
            return new SeedFormula(other);
        }
    }

    /// The authors' program: a measurement is evidence by itself, and the exponents follow the number of features.
    ///
    /// A measured feature contributes L P(present), a missing one (1 - P(present))^alpha_null. A category's product
    /// takes the exponent 5 alpha_t / (2 n_present + alpha_null n_missing), the product over categories 8 / sum of
    /// alpha. `missingExponent` is alpha_null, in [0, 1].
    ///
    /// Source: the CLAXBOI program published with Tranin et al. (2022), A&A 657, A138.
    record AuthorsCode(CategoryWeights weights, double missingExponent) implements NaiveBayesRule {
        public static final String NAME = "authors-code";
        /// Factor of a category's exponent, pure number (CLAXBOI).
        private static final double CATEGORY_FACTOR = 5;
        /// Factor of the exponent over categories, pure number (CLAXBOI).
        private static final double TOTAL_FACTOR = 8;

        public AuthorsCode {
            if (!(missingExponent >= 0 && missingExponent <= 1)) {
                throw new IllegalArgumentException("alpha_null must lie in [0, 1]: " + missingExponent);
            }
        }

        @Override
        public String wireName() {
            return NAME;
        }

        @Override
        public String description() {
            return weights.description() + String.format(Locale.ROOT, ", alpha_null %.2f", missingExponent);
        }

        @Override
        public double exponent(PropertyCategory category, int present, int missing) {
            double features = 2 * present + missingExponent * missing;
            return features > 0
                    ? TOTAL_FACTOR / weights.total() * CATEGORY_FACTOR * weights.of(category) / features
                    : 0;
        }

        @Override
        public double lnPresent(double presentShare) {
            return Math.log(presentShare);
        }

        @Override
        public double lnMissing(double presentShare) {
            return missingExponent * Math.log1p(-presentShare);
        }

        @Override
        public AuthorsCode with(CategoryWeights other, double otherMissingExponent) {
            return new AuthorsCode(other, otherMissingExponent);
        }
    }
}
