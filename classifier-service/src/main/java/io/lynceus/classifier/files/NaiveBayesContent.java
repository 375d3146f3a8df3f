package io.lynceus.classifier.files;

import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.LikelihoodDensity;
import io.lynceus.classifier.model.LikelihoodDensity.Shape;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.NaiveBayesRule.AuthorsCode;
import io.lynceus.classifier.model.NaiveBayesRule.SeedFormula;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The fields of paper mode in a model document.
record NaiveBayesContent(Variant variant, List<Likelihood> features) implements RuleContent {
    /// Key of alpha_null among the exponents.
    private static final String MISSING = "missing";

    /// @param exponents alpha by category, and alpha_null as `missing` where the rule has one
    record Variant(String name, SortedMap<String, Double> exponents) {}

    /// @param shape `curve` (entries are grid points) or `histogram` (entries are bins)
    record Likelihood(
            String name,
            String category,
            String unit,
            String shape,
            double low,
            double high,
            Map<String, Double> presentShare,
            Map<String, List<Double>> density) {}

    static NaiveBayesContent of(NaiveBayes bayes, List<String> classes) {
        return new NaiveBayesContent(
                variant(bayes.rule()),
                bayes.likelihoods().stream()
                        .map(likelihood -> likelihood(classes, likelihood))
                        .toList());
    }

    @Override
    public NaiveBayes rule(List<String> classes, Features definitions) {
        return new NaiveBayes(
                variantOfName(),
                features.stream()
                        .map(stored -> likelihood(classes, stored, definitions))
                        .toList());
    }

    private static Variant variant(NaiveBayesRule variant) {
        SortedMap<String, Double> exponents = new TreeMap<>();
        for (PropertyCategory category : PropertyCategory.values()) {
            exponents.put(category.wireName(), variant.weights().of(category));
        }
        if (variant instanceof AuthorsCode authors) {
            exponents.put(MISSING, authors.missingExponent());
        }
        return new Variant(variant.wireName(), exponents);
    }

    private NaiveBayesRule variantOfName() {
        CategoryWeights weights = new CategoryWeights(
                exponent(PropertyCategory.LOCATION.wireName()),
                exponent(PropertyCategory.SPECTRUM.wireName()),
                exponent(PropertyCategory.COUNTERPARTS.wireName()),
                exponent(PropertyCategory.VARIABILITY.wireName()));
        return switch (variant.name()) {
            case SeedFormula.NAME -> new SeedFormula(weights);
            case AuthorsCode.NAME -> new AuthorsCode(weights, exponent(MISSING));
            default -> throw new IllegalArgumentException("unknown variant: " + variant.name());
        };
    }

    private double exponent(String name) {
        Double exponent = variant.exponents().get(name);
        if (exponent == null) {
            throw new IllegalArgumentException("variant " + variant.name() + " has no exponent of " + name);
        }
        return exponent;
    }

    private static Likelihood likelihood(List<String> classes, FeatureLikelihood likelihood) {
        LikelihoodDensity grid = likelihood.densities().getFirst();
        return new Likelihood(
                likelihood.feature().name(),
                likelihood.feature().category().wireName(),
                likelihood.feature().unit(),
                grid.shape().name().toLowerCase(Locale.ROOT),
                grid.low(),
                grid.high(),
                ByClass.named(classes, likelihood.presentShares()),
                ByClass.named(
                        classes,
                        likelihood.densities().stream()
                                .map(LikelihoodDensity::densities)
                                .toList()));
    }

    private static FeatureLikelihood likelihood(List<String> classes, Likelihood stored, Features definitions) {
        Shape shape = Shape.valueOf(stored.shape().toUpperCase(Locale.ROOT));
        return new FeatureLikelihood(
                definitions.of(stored.name(), stored.category(), stored.unit()),
                ByClass.inOrder("density of " + stored.name(), classes, stored.density()).stream()
                        .map(densities -> new LikelihoodDensity(shape, stored.low(), stored.high(), densities))
                        .toList(),
                ByClass.inOrder("present_share of " + stored.name(), classes, stored.presentShare()));
    }
}
