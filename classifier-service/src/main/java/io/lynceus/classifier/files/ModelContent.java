package io.lynceus.classifier.files;

import io.lynceus.classifier.BayesVariant;
import io.lynceus.classifier.BayesVariant.AuthorsCode;
import io.lynceus.classifier.BayesVariant.SeedFormula;
import io.lynceus.classifier.CategoryWeights;
import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.FeatureLikelihood;
import io.lynceus.classifier.LikelihoodDensity;
import io.lynceus.classifier.LikelihoodDensity.Shape;
import io.lynceus.classifier.Model;
import io.lynceus.classifier.Prior;
import io.lynceus.classifier.PropertyCategory;
import io.lynceus.classifier.Provenance;
import io.lynceus.classifier.SourceClass;
import io.lynceus.classifier.Taxonomy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The fields of a model document; values by class are keyed by class name.
record ModelContent(
        String name,
        List<String> missions,
        List<String> classes,
        Map<String, Double> prior,
        Variant variant,
        List<Likelihood> features,
        Origin provenance) {
    /// Key of alpha_null among the exponents.
    private static final String MISSING = "missing";

    /// @param exponents alpha by category, and alpha_null as `missing` where the variant has one
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

    record Origin(
            String sample,
            String sampleSha256,
            SortedMap<String, Integer> rows,
            SortedMap<String, Integer> excludedRows,
            String objective,
            long seed,
            String codeVersion,
            SortedMap<String, Double> heldOut) {}

    static ModelContent of(Model model) {
        List<String> classes =
                model.taxonomy().classes().stream().map(SourceClass::name).toList();
        Provenance origin = model.provenance();
        return new ModelContent(
                model.name(),
                List.copyOf(new TreeSet<>(model.missions())),
                classes,
                byClass(classes, model.prior().probabilities()),
                variant(model.variant()),
                model.likelihoods().stream()
                        .map(likelihood -> likelihood(classes, likelihood))
                        .toList(),
                new Origin(
                        origin.sample(),
                        origin.sampleDigest(),
                        new TreeMap<>(origin.rows()),
                        new TreeMap<>(origin.excludedRows()),
                        origin.objective(),
                        origin.seed(),
                        origin.codeVersion(),
                        new TreeMap<>(origin.heldOut())));
    }

    Model model() {
        return new Model(
                name,
                new TreeSet<>(missions),
                Taxonomy.of(classes.toArray(String[]::new)),
                new Prior(ofClasses("prior", prior)),
                variantOfName(),
                features.stream().map(this::likelihood).toList(),
                new Provenance(
                        provenance.sample(),
                        provenance.sampleSha256(),
                        provenance.rows(),
                        provenance.excludedRows(),
                        provenance.objective(),
                        provenance.seed(),
                        provenance.codeVersion(),
                        provenance.heldOut()));
    }

    private static Variant variant(BayesVariant variant) {
        SortedMap<String, Double> exponents = new TreeMap<>();
        for (PropertyCategory category : PropertyCategory.values()) {
            exponents.put(category.wireName(), variant.weights().of(category));
        }
        if (variant instanceof AuthorsCode authors) {
            exponents.put(MISSING, authors.missingExponent());
        }
        return new Variant(variant.wireName(), exponents);
    }

    private BayesVariant variantOfName() {
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
                byClass(classes, likelihood.presentShares()),
                byClass(
                        classes,
                        likelihood.densities().stream()
                                .map(LikelihoodDensity::densities)
                                .toList()));
    }

    private FeatureLikelihood likelihood(Likelihood stored) {
        Shape shape = Shape.valueOf(stored.shape().toUpperCase(Locale.ROOT));
        return new FeatureLikelihood(
                new FeatureDefinition(stored.name(), PropertyCategory.ofWireName(stored.category()), stored.unit()),
                ofClasses("density of " + stored.name(), stored.density()).stream()
                        .map(densities -> new LikelihoodDensity(shape, stored.low(), stored.high(), densities))
                        .toList(),
                ofClasses("present_share of " + stored.name(), stored.presentShare()));
    }

    private static <T> Map<String, T> byClass(List<String> classes, List<T> values) {
        Map<String, T> byClass = new LinkedHashMap<>();
        IntStream.range(0, classes.size()).forEach(c -> byClass.put(classes.get(c), values.get(c)));
        return byClass;
    }

    private <T> List<T> ofClasses(String what, Map<String, T> byClass) {
        if (!byClass.keySet().equals(new TreeSet<>(classes))) {
            throw new IllegalArgumentException(what + " must name the classes " + classes + ": " + byClass.keySet());
        }
        return classes.stream().map(byClass::get).toList();
    }
}
