package io.lynceus.classifier;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.FitRule;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.Objective;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Made-up labelled sources with class-dependent features, some of them missing, from a seed.
public final class SyntheticSky {
    public static final List<FeatureDefinition> FEATURES = FeatureSet.standard()
            .named(List.of(
                    "galactic_latitude", "hardness_ratio_1", "log_fx_fb", "log_fx_fw1", "short_term_variability"));

    private SyntheticSky() {}

    public static TrainingTable table(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> values = new ArrayList<>();
        List<SourceClass> labels = new ArrayList<>();
        long[] cells = new long[rows];
        for (int row = 0; row < rows; row++) {
            int sourceClass = row % 4;
            labels.add(Taxonomy.FOUR_CLASSES.classes().get(sourceClass));
            cells[row] = random.nextInt(rows / 3 + 12);
            for (int f = 0; f < FEATURES.size(); f++) {
                double centre = sourceClass * (f == 0 ? 15 : 0.6);
                double value = centre + random.nextGaussian() * (f == 0 ? 10 : 0.5);
                boolean missing = random.nextInt(10) < (f == 2 ? 1 + sourceClass : 2);
                values.add(missing ? Double.NaN : f == 4 ? Math.rint(value) : value);
            }
        }
        return new TrainingTable(
                FEATURES.stream().map(FeatureDefinition::name).toList(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                labels,
                cells);
    }

    public static FitOptions options(NaiveBayesRule variant) {
        return new FitOptions(
                Taxonomy.FOUR_CLASSES, FEATURES, new FitRule.PaperMode(variant, new Objective.MeanF1()), 3, 7);
    }

    public static Model model(NaiveBayesRule variant) {
        Model fitted = new ModelFit(options(variant)).fitForSample(table(300, 11));
        return new Model(
                "synthetic",
                fitted.missions(),
                fitted.taxonomy(),
                Prior.SURVEY_FOUR_CLASSES,
                new NaiveBayes(variant, ((NaiveBayes) fitted.rule()).likelihoods()),
                fitted.provenance());
    }

    /// Singles, and pairs within a category and across two.
    public static FitOptions evidenceOptions() {
        return new FitOptions(
                Taxonomy.FOUR_CLASSES,
                FEATURES,
                new FitRule.ModernMode(FeatureSet.standard()
                        .pairs(List.of("log_fx_fb:log_fx_fw1", "galactic_latitude:hardness_ratio_1"))),
                3,
                7);
    }

    public static Model evidenceModel() {
        return new ModelFit(evidenceOptions())
                .fit("synthetic", java.util.Set.of(), Prior.SURVEY_FOUR_CLASSES, table(300, 11), "made up", "test");
    }

    /// One model of every rule.
    public static List<Model> models() {
        return Stream.concat(variants().stream().map(SyntheticSky::model), Stream.of(evidenceModel()))
                .toList();
    }

    public static List<NaiveBayesRule> variants() {
        CategoryWeights weights = new CategoryWeights(3, 6.5, 7, 0.5);
        return List.of(new NaiveBayesRule.SeedFormula(weights), new NaiveBayesRule.AuthorsCode(weights, 0.75));
    }

    /// double[rows * features] with ordinary, missing, extreme and boundary values, one row wholly missing.
    public static double[] values(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = IntStream.range(0, rows * FEATURES.size())
                .mapToDouble(i -> switch (random.nextInt(8)) {
                    case 0 -> Double.NaN;
                    case 1 -> 1e6;
                    case 2 -> 0;
                    default -> random.nextGaussian() * (i % FEATURES.size() == 0 ? 40 : 1);
                })
                .toArray();
        for (int f = 0; rows > 0 && f < FEATURES.size(); f++) {
            values[f] = Double.NaN;
        }
        return values;
    }
}
