package io.lynceus.standalone.training;

import io.lynceus.classifier.DecisionRules;
import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.FeatureSet;
import io.lynceus.classifier.FitPlan;
import io.lynceus.classifier.Learner;
import io.lynceus.classifier.ModelLearner;
import io.lynceus.classifier.Prior;
import io.lynceus.classifier.SourceClass;
import io.lynceus.classifier.Taxonomy;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.classifier.WeightedEvidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say how a model is fitted.
final class FitChoices {
    private static final String STANDARD = FitPlan.STANDARD;
    private static final String SAMPLE = "sample";
    private static final String SURVEY = "survey";

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
            description = "Features to use by name, or '" + STANDARD + "' for those that suit the rule, or '"
                    + FitPlan.ALL + "'; of a group those that enough sources have (default: ${DEFAULT-VALUE}).")
    private List<String> features = List.of(STANDARD);

    @Option(
            names = "--pairs",
            paramLabel = "FIRST:SECOND",
            split = ",",
            defaultValue = STANDARD,
            description = "Features that speak together under " + WeightedEvidence.NAME + ", or '" + STANDARD
                    + "', or '" + FitPlan.NONE + "' (default: ${DEFAULT-VALUE}).")
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

    @Option(
            names = "--feature-file",
            paramLabel = "FILE",
            description = "YAML file with further features and pairs; docs/models.md explains it.")
    private @Nullable Path featureFile;

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

    Optional<SourceClass> objective() {
        return Optional.ofNullable(objective).map(SourceClass::new);
    }

    /// The features there are to choose from: the method's and those of the file.
    FeatureSet known() {
        return featureFile == null
                ? FeatureSet.standard()
                : FeatureFile.read(featureFile).added();
    }

    TrainingTable table(LabelledSample sample) {
        return sample.table(known());
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

    /// How a model of a rule is fitted.
    FitPlan plan(String rule, long seed) {
        return new FitPlan(rule, taxonomy(), known(), features, pairs, objective(), folds, seed);
    }

    /// Whether a method of [#learner] makes a model that can be written down.
    static boolean makesModel(String method) {
        return RandomForest.treesOf(method).isEmpty() && !method.equals(DecisionRules.NAME);
    }

    /// A way of learning by its name: a rule of [#plan], a forest, or the decision rules.
    Learner learner(String method, TrainingTable table, long seed) {
        if (makesModel(method)) {
            return new ModelLearner(method, plan(method, seed).options(table));
        }
        return method.equals(DecisionRules.NAME)
                ? new DecisionRules(taxonomy())
                : new RandomForest(
                        taxonomy(),
                        table.measured(known().features(), taxonomy()).stream()
                                .map(FeatureDefinition::name)
                                .toList(),
                        RandomForest.treesOf(method).orElseThrow(),
                        seed);
    }
}
