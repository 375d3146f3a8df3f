package io.lynceus.standalone.training;

import io.lynceus.classifier.BayesVariant;
import io.lynceus.classifier.CategoryWeights;
import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.FitOptions;
import io.lynceus.classifier.Objective;
import io.lynceus.classifier.SourceClass;
import io.lynceus.classifier.StandardFeatures;
import io.lynceus.classifier.Taxonomy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say how a model is fitted.
final class FitChoices {
    private static final String DISTINCT = "distinct";
    private static final String ALL = "all";
    private static final CategoryWeights EVEN = new CategoryWeights(1, 1, 1, 1);

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            defaultValue = BayesVariant.AuthorsCode.NAME,
            description = "Rule of paper mode: " + BayesVariant.SeedFormula.NAME + " or "
                    + BayesVariant.AuthorsCode.NAME + " (default: ${DEFAULT-VALUE}).")
    private String variant = BayesVariant.AuthorsCode.NAME;

    @Option(
            names = "--objective",
            paramLabel = "CLASS",
            description = "Class whose F1 the weights maximise (default: the mean F1 of all).")
    private @Nullable String objective;

    @Option(
            names = "--features",
            paramLabel = "NAME",
            split = ",",
            defaultValue = DISTINCT,
            description = "Features to use by name, or '" + DISTINCT + "' for one of each correlated group, or '" + ALL
                    + "'; of a group those that enough sources have (default: ${DEFAULT-VALUE}).")
    private List<String> features = List.of(DISTINCT);

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Sky-grouped folds, outer and inner (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of folds and weight search (default: ${DEFAULT-VALUE}).")
    private long seed;

    int folds() {
        return folds;
    }

    FitOptions of(LabelledSample sample) {
        Taxonomy taxonomy = Taxonomy.FOUR_CLASSES;
        return new FitOptions(taxonomy, features(sample, taxonomy), variant(), objective(taxonomy), folds, seed);
    }

    private List<FeatureDefinition> features(LabelledSample sample, Taxonomy taxonomy) {
        return switch (String.join(",", features)) {
            case DISTINCT -> sample.measured(StandardFeatures.DISTINCT, taxonomy);
            case ALL -> sample.measured(StandardFeatures.ALL, taxonomy);
            default -> StandardFeatures.named(features);
        };
    }

    private BayesVariant variant() {
        return switch (variant) {
            case BayesVariant.SeedFormula.NAME -> new BayesVariant.SeedFormula(EVEN);
            case BayesVariant.AuthorsCode.NAME -> new BayesVariant.AuthorsCode(EVEN, 1);
            default ->
                throw new IllegalArgumentException("variant is " + variant + ", must be "
                        + BayesVariant.SeedFormula.NAME + " or " + BayesVariant.AuthorsCode.NAME);
        };
    }

    private Objective objective(Taxonomy taxonomy) {
        if (objective == null) {
            return new Objective.MeanF1();
        }
        SourceClass wanted = new SourceClass(objective);
        if (taxonomy.indexOf(wanted) < 0) {
            throw new IllegalArgumentException("objective is " + objective + ", must be one of " + taxonomy.classes());
        }
        return new Objective.ClassF1(wanted);
    }
}
