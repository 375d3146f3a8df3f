package io.lynceus.classifier.training;

import io.lynceus.classifier.evaluation.Comparison;
import io.lynceus.classifier.evaluation.Comparison.Side;
import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeaturePair;
import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.FitRule;
import io.lynceus.classifier.fitting.Objective;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.EvidencePart;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.List;
import java.util.Optional;

/// What every fit, evaluation, comparison and tuning has in common, in the words of commands and requests.
///
/// The name of a rule and a table turn it into [FitOptions].
///
/// @param taxonomy classes to tell apart
/// @param known features to choose from
/// @param features by name, or [#STANDARD] for those that suit the rule, or [#ALL]
/// @param pairs written `first:second`, or [#STANDARD], or [#NONE]
/// @param objective class whose F1 the weights of paper mode maximise; empty for the mean F1
/// @param folds sky-grouped, outer and inner
/// @param seed of folds and weight search
public record TrainingOptions(
        Taxonomy taxonomy,
        FeatureSet known,
        List<String> features,
        List<String> pairs,
        Optional<SourceClass> objective,
        int folds,
        long seed) {
    public static final String STANDARD = "standard";
    public static final String ALL = "all";
    public static final String NONE = "none";

    /// Folds and seed of anyone who names none.
    public static final int DEFAULT_FOLDS = 10;

    public static final int DEFAULT_SEED = 1;

    /// Names of the rules by which a model is fitted.
    public static final List<String> FIT_RULES =
            List.of(WeightedEvidence.NAME, NaiveBayesRule.SeedFormula.NAME, NaiveBayesRule.AuthorsCode.NAME);

    private static final CategoryWeights EVEN = new CategoryWeights(1, 1, 1, 1);

    public TrainingOptions {
        features = List.copyOf(features);
        pairs = List.copyOf(pairs);
        if (objective.isPresent() && taxonomy.indexOf(objective.get()) < 0) {
            throw new IllegalArgumentException(
                    "objective is " + objective.get() + ", must be one of " + taxonomy.classes());
        }
    }

    /// Standard features and pairs, the mean F1 as objective.
    public static TrainingOptions standard(Taxonomy taxonomy, int folds, long seed) {
        return new TrainingOptions(
                taxonomy, FeatureSet.standard(), List.of(STANDARD), List.of(STANDARD), Optional.empty(), folds, seed);
    }

    /// These options with the classes, features and pairs of a model; its rule is told by its name.
    public TrainingOptions of(Model model) {
        return new TrainingOptions(
                model.taxonomy(),
                new FeatureSet(model.features(), List.of()),
                List.of(ALL),
                model.rule().parts().stream()
                        .map(EvidencePart::features)
                        .filter(joint -> joint.size() > 1)
                        .map(joint ->
                                joint.getFirst().name() + ":" + joint.getLast().name())
                        .toList(),
                objective,
                folds,
                seed);
    }

    public TrainingOptions withSeed(long other) {
        return new TrainingOptions(taxonomy, known, features, pairs, objective, folds, other);
    }

    /// Options of a fit by a rule of [#FIT_RULES].
    ///
    /// Features named one by one are taken as they are; of a group those that enough sources have.
    public FitOptions fitOptions(String rule, TrainingTable table) {
        FitRule fitRule = fitRule(rule);
        List<FeatureDefinition> chosen =
                switch (String.join(",", features)) {
                    case STANDARD -> table.measured(known.suiting(fitRule.standardFeatures()), taxonomy);
                    case ALL -> table.measured(known.features(), taxonomy);
                    default -> known.named(features);
                };
        return new FitOptions(taxonomy, chosen, fitRule, folds, seed);
    }

    /// Both sides judged on the same folds.
    public Comparison comparison(Side first, Side second) {
        return new Comparison(taxonomy, first, second, folds, seed);
    }

    private FitRule fitRule(String rule) {
        return switch (rule) {
            case WeightedEvidence.NAME -> new FitRule.ModernMode(chosenPairs());
            case NaiveBayesRule.SeedFormula.NAME -> paperMode(new NaiveBayesRule.SeedFormula(EVEN));
            case NaiveBayesRule.AuthorsCode.NAME -> paperMode(new NaiveBayesRule.AuthorsCode(EVEN, 1));
            default ->
                throw new IllegalArgumentException("rule is " + rule + ", must be " + String.join(", ", FIT_RULES));
        };
    }

    private List<FeaturePair> chosenPairs() {
        return switch (String.join(",", pairs)) {
            case STANDARD -> known.pairs();
            case NONE, "" -> List.of();
            default -> known.pairs(pairs);
        };
    }

    private FitRule paperMode(NaiveBayesRule rule) {
        return new FitRule.PaperMode(
                rule, objective.<Objective>map(Objective.ClassF1::new).orElseGet(Objective.MeanF1::new));
    }
}
