package io.lynceus.standalone.training;

import io.lynceus.classifier.BayesVariant;
import io.lynceus.classifier.CategoryWeights;
import io.lynceus.classifier.DecisionRules;
import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.FitOptions;
import io.lynceus.classifier.Learner;
import io.lynceus.classifier.ModelLearner;
import io.lynceus.classifier.Objective;
import io.lynceus.classifier.Prior;
import io.lynceus.classifier.Recipe;
import io.lynceus.classifier.SourceClass;
import io.lynceus.classifier.StandardFeatures;
import io.lynceus.classifier.Taxonomy;
import io.lynceus.classifier.WeightedEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say how a model is fitted.
final class FitChoices {
    private static final String STANDARD = "standard";
    private static final String ALL = "all";
    private static final String NONE = "none";
    private static final String SAMPLE = "sample";
    private static final String SURVEY = "survey";
    private static final CategoryWeights EVEN = new CategoryWeights(1, 1, 1, 1);

    @Option(
            names = "--classes",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "AGN,Star,XRB,CV",
            description = "Classes to tell apart; others are left out and counted (default: ${DEFAULT-VALUE}).")
    private List<String> classes = List.of();

    @Option(
            names = "--features",
            paramLabel = "NAME",
            split = ",",
            defaultValue = STANDARD,
            description = "Features to use by name, or '" + STANDARD + "' for those that suit the rule, or '" + ALL
                    + "'; of a group those that enough sources have (default: ${DEFAULT-VALUE}).")
    private List<String> features = List.of(STANDARD);

    @Option(
            names = "--pairs",
            paramLabel = "FIRST:SECOND",
            split = ",",
            defaultValue = STANDARD,
            description = "Features that speak together under " + WeightedEvidence.NAME + ", or '" + STANDARD
                    + "', or '" + NONE + "' (default: ${DEFAULT-VALUE}).")
    private List<String> pairs = List.of(STANDARD);

    @Option(
            names = "--objective",
            paramLabel = "CLASS",
            description = "Class whose F1 the weights of paper mode maximise (default: the mean F1 of all).")
    private @Nullable String objective;

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Sky-grouped folds, outer and inner (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            description = "Seed of folds and weight search; 'evaluate' takes several, and judges on each draw of the"
                    + " folds (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of(1L);

    @Option(
            names = "--prior",
            paramLabel = "WHICH",
            split = ",",
            defaultValue = SAMPLE,
            description = "Class proportions that serving assumes: '" + SAMPLE + "' for the sample's own, '" + SURVEY
                    + "' for a survey's, or one number per class (default: ${DEFAULT-VALUE}).")
    private List<String> prior = List.of(SAMPLE);

    int folds() {
        return folds;
    }

    List<Long> seeds() {
        return seeds;
    }

    /// @throws IllegalArgumentException where there are several
    long seed() {
        if (seeds.size() != 1) {
            throw new IllegalArgumentException("a model is fitted with one seed, not with " + seeds);
        }
        return seeds.getFirst();
    }

    Taxonomy taxonomy() {
        return Taxonomy.of(classes.toArray(String[]::new));
    }

    /// The survey's proportions where they are known, those of the four classes; else even ones.
    Prior surveyPrior() {
        Taxonomy taxonomy = taxonomy();
        int[] even = new int[taxonomy.size()];
        java.util.Arrays.fill(even, 1);
        return taxonomy.equals(Taxonomy.FOUR_CLASSES) ? Prior.SURVEY_FOUR_CLASSES : Prior.ofCounts(even);
    }

    /// What a model fitted to the sample assumes in service.
    Prior prior(LabelledSample sample) {
        return switch (String.join(",", prior)) {
            case SAMPLE ->
                Prior.ofCounts(
                        taxonomy().classes().stream().mapToInt(sample::count).toArray());
            case SURVEY -> surveyPrior();
            default -> new Prior(prior.stream().map(Double::valueOf).toList());
        };
    }

    /// How a model of a rule is fitted to the sample.
    FitOptions of(String rule, LabelledSample sample) {
        return of(rule, sample, seed());
    }

    FitOptions of(String rule, LabelledSample sample, long seed) {
        Recipe recipe = recipe(rule);
        return new FitOptions(taxonomy(), features(recipe, sample), recipe, folds, seed);
    }

    /// Whether a method of [#learner] makes a model that can be written down.
    static boolean makesModel(String method) {
        return RandomForest.treesOf(method).isEmpty() && !method.equals(DecisionRules.NAME);
    }

    /// A way of learning by its name: a rule of [#of], a forest, or the decision rules.
    Learner learner(String method, LabelledSample sample, long seed) {
        if (makesModel(method)) {
            return new ModelLearner(method, of(method, sample, seed));
        }
        return method.equals(DecisionRules.NAME)
                ? new DecisionRules(taxonomy())
                : new RandomForest(
                        taxonomy(),
                        sample.measured(StandardFeatures.ALL, taxonomy()).stream()
                                .map(FeatureDefinition::name)
                                .toList(),
                        RandomForest.treesOf(method).orElseThrow(),
                        seed);
    }

    private List<FeatureDefinition> features(Recipe recipe, LabelledSample sample) {
        List<FeatureDefinition> standard =
                switch (recipe) {
                    case Recipe.Evidence ignored -> StandardFeatures.EVIDENCE;
                    case Recipe.Paper ignored -> StandardFeatures.DISTINCT;
                };
        return switch (String.join(",", features)) {
            case STANDARD -> sample.measured(standard, taxonomy());
            case ALL -> sample.measured(StandardFeatures.ALL, taxonomy());
            default -> StandardFeatures.named(features);
        };
    }

    private Recipe recipe(String rule) {
        return switch (rule) {
            case WeightedEvidence.NAME ->
                new Recipe.Evidence(
                        switch (String.join(",", pairs)) {
                            case STANDARD -> StandardFeatures.PAIRS;
                            case NONE -> List.of();
                            default -> StandardFeatures.pairs(pairs.toArray(String[]::new));
                        });
            case BayesVariant.SeedFormula.NAME -> new Recipe.Paper(new BayesVariant.SeedFormula(EVEN), objective());
            case BayesVariant.AuthorsCode.NAME -> new Recipe.Paper(new BayesVariant.AuthorsCode(EVEN, 1), objective());
            default ->
                throw new IllegalArgumentException("rule is " + rule + ", must be " + WeightedEvidence.NAME + ", "
                        + BayesVariant.SeedFormula.NAME + " or " + BayesVariant.AuthorsCode.NAME);
        };
    }

    private Objective objective() {
        if (objective == null) {
            return new Objective.MeanF1();
        }
        SourceClass wanted = new SourceClass(objective);
        if (taxonomy().indexOf(wanted) < 0) {
            throw new IllegalArgumentException("objective is " + objective + ", must be one of " + classes);
        }
        return new Objective.ClassF1(wanted);
    }
}
