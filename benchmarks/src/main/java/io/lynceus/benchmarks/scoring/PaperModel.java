package io.lynceus.benchmarks.scoring;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.fitting.DensityEstimate;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.HeldOutScores;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Provenance;
import io.lynceus.classifier.model.Taxonomy;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// A made-up model of paper mode, and sources for it with a third of their features missing.
record PaperModel(Model model, double[] values) {
    private static final double MISSING_SHARE = 0.3;
    private static final int TRAINED_ON = 300;

    /// @param rows sources
    static PaperModel of(int features, int classes, int rows, long seed) {
        Random random = new Random(seed);
        Taxonomy taxonomy = taxonomy(classes);
        List<FeatureLikelihood> likelihoods = definitions(features).stream()
                .map(feature -> new FeatureLikelihood(
                        feature,
                        DensityEstimate.densities(feature, taxonomy, valuesByClass(classes, random)),
                        Collections.nCopies(classes, 1 - MISSING_SHARE)))
                .toList();
        Model model = new Model(
                "paper",
                Set.of(),
                taxonomy,
                new Prior(Collections.nCopies(classes, 1.0 / classes)),
                new NaiveBayes(new NaiveBayesRule.AuthorsCode(new CategoryWeights(3, 6, 9, 1), 0.5), likelihoods),
                new Provenance(
                        "made up",
                        "0".repeat(64),
                        java.util.Map.of(),
                        java.util.Map.of(),
                        "",
                        seed,
                        "",
                        HeldOutScores.NONE));
        double[] values = new double[rows * features];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < MISSING_SHARE ? Double.NaN : 1.5 * random.nextGaussian();
        }
        return new PaperModel(model, values);
    }

    static Taxonomy taxonomy(int classes) {
        return Taxonomy.of(IntStream.range(0, classes).mapToObj(c -> "C" + c).toArray(String[]::new));
    }

    /// Features in turn of every category.
    static List<FeatureDefinition> definitions(int features) {
        PropertyCategory[] categories = PropertyCategory.values();
        return IntStream.range(0, features)
                .mapToObj(f -> new FeatureDefinition("f" + f, categories[f % categories.length], ""))
                .toList();
    }

    private static List<double[]> valuesByClass(int classes, Random random) {
        return IntStream.range(0, classes)
                .mapToObj(c -> {
                    double centre = random.nextGaussian();
                    return random.doubles(TRAINED_ON)
                            .map(any -> centre + random.nextGaussian())
                            .toArray();
                })
                .toList();
    }
}
