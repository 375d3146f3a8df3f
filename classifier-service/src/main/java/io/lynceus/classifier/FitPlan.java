package io.lynceus.classifier;

import java.util.List;
import java.util.Optional;

/// What is asked of a fit, in the words of options and requests; a table turns it into [FitOptions].
///
/// @param rule `weighted-evidence`, `seed-formula` or `authors-code`
/// @param known features there are to choose from
/// @param features by name, or [#STANDARD] for those that suit the rule, or [#ALL]
/// @param pairs written `first:second`, or [#STANDARD], or [#NONE]
/// @param objective class whose F1 the weights of paper mode maximise; empty for the mean F1
/// @param folds sky-grouped, outer and inner
/// @param seed of folds and weight search
public record FitPlan(
        String rule,
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

    /// The rules there are.
    public static final List<String> RULES =
            List.of(WeightedEvidence.NAME, BayesVariant.SeedFormula.NAME, BayesVariant.AuthorsCode.NAME);

    private static final CategoryWeights EVEN = new CategoryWeights(1, 1, 1, 1);

    public FitPlan {
        features = List.copyOf(features);
        pairs = List.copyOf(pairs);
        if (objective.isPresent() && taxonomy.indexOf(objective.get()) < 0) {
            throw new IllegalArgumentException(
                    "objective is " + objective.get() + ", must be one of " + taxonomy.classes());
        }
    }

    /// The plan that a model was made by, as far as the model tells: rule, classes, features and pairs.
    public static FitPlan of(Model model, Optional<SourceClass> objective, int folds, long seed) {
        List<EvidencePart> parts = model.rule().parts();
        return new FitPlan(
                model.rule().wireName(),
                model.taxonomy(),
                new FeatureSet(model.features(), List.of()),
                List.of(ALL),
                parts.stream()
                        .filter(part -> part.features().size() > 1)
                        .map(part -> part.features().getFirst().name() + ":"
                                + part.features().getLast().name())
                        .toList(),
                objective,
                folds,
                seed);
    }

    /// Features named one by one are taken as they are; of a group those that enough sources have.
    public FitOptions options(TrainingTable table) {
        Recipe recipe = recipe();
        List<FeatureDefinition> chosen =
                switch (String.join(",", features)) {
                    case STANDARD -> table.measured(known.suiting(recipe), taxonomy);
                    case ALL -> table.measured(known.features(), taxonomy);
                    default -> known.named(features);
                };
        return new FitOptions(taxonomy, chosen, recipe, folds, seed);
    }

    private Recipe recipe() {
        return switch (rule) {
            case WeightedEvidence.NAME ->
                new Recipe.Evidence(
                        switch (String.join(",", pairs)) {
                            case STANDARD -> known.pairs();
                            case NONE, "" -> List.of();
                            default -> known.pairs(pairs);
                        });
            case BayesVariant.SeedFormula.NAME -> paper(new BayesVariant.SeedFormula(EVEN));
            case BayesVariant.AuthorsCode.NAME -> paper(new BayesVariant.AuthorsCode(EVEN, 1));
            default -> throw new IllegalArgumentException("rule is " + rule + ", must be " + String.join(", ", RULES));
        };
    }

    private Recipe paper(BayesVariant variant) {
        return new Recipe.Paper(
                variant, objective.<Objective>map(Objective.ClassF1::new).orElseGet(Objective.MeanF1::new));
    }
}
