package io.lynceus.classifier.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.training.EvaluationPlan;
import io.lynceus.classifier.training.FitPlan;
import io.lynceus.classifier.training.ServedPrior;
import io.lynceus.classifier.training.TrainingOptions;
import io.lynceus.classifier.training.TuningPlan;
import io.lynceus.sky.SkyPosition;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Request of an operator to fit, judge or tune, in the words of `./lynceus model`.
///
/// @param name of the model that a fit makes
/// @param missions that it serves; all where absent
/// @param rule `weighted-evidence` where absent
/// @param methods rules to judge; `weighted-evidence` and `authors-code` where absent
/// @param classes to tell apart; AGN, Star, XRB and CV where absent
/// @param prior proportions that serving assumes, by class; the sample's where absent
/// @param features by name; those that suit the rule where absent
/// @param pairs written `first:second`; the standard ones where absent
/// @param addedFeatures besides the standard ones
/// @param objective class whose F1 the weights of paper mode maximise; the mean F1 where absent
/// @param folds 10 where absent
/// @param seed 1 where absent
@JsonNaming(SnakeCaseStrategy.class)
record TrainingRequest(
        @Nullable String name,
        @Nullable Set<String> missions,
        @Nullable String rule,
        @Nullable List<String> methods,
        @Nullable List<String> classes,
        @Nullable List<Double> prior,
        @Nullable List<String> features,
        @Nullable List<String> pairs,
        @Nullable List<AddedFeature> addedFeatures,
        @Nullable String objective,
        @Nullable Integer folds,
        @Nullable Long seed,
        @JsonProperty(required = true) Sample sample) {
    private static final int MOST_FOLDS = 50;
    private static final List<String> JUDGED = List.of(WeightedEvidence.NAME, NaiveBayesRule.AuthorsCode.NAME);

    record AddedFeature(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String category,
            @Nullable String unit,
            @Nullable String formula) {
        FeatureDefinition definition() {
            return FeatureDefinition.parse(name, category, Optional.ofNullable(unit), Optional.ofNullable(formula));
        }
    }

    /// @param features names of the values
    record Sample(
            @JsonProperty(required = true) String description,
            @JsonProperty(required = true) List<String> features,
            @JsonProperty(required = true) List<Source> sources) {
        /// Of the sources, by row: their numbers where they have none.
        List<String> names() {
            return IntStream.range(0, sources.size())
                    .mapToObj(row -> {
                        String name = sources.get(row).name();
                        return name == null ? Integer.toString(row) : name;
                    })
                    .toList();
        }

        TrainingTable table() {
            for (Source source : sources) {
                if (source.values().size() != features.size()) {
                    throw new IllegalArgumentException("a source has %d values for %d features"
                            .formatted(source.values().size(), features.size()));
                }
            }
            return new TrainingTable(
                    features,
                    sources.stream()
                            .flatMapToDouble(source ->
                                    source.values().stream().mapToDouble(value -> value == null ? Double.NaN : value))
                            .toArray(),
                    sources.stream()
                            .map(source -> new SourceClass(source.sourceClass()))
                            .toList(),
                    sources.stream()
                            .mapToLong(
                                    source -> TrainingTable.skyCell(new SkyPosition(source.raDeg(), source.decDeg())))
                            .toArray(),
                    uncovered());
        }

        private BitSet uncovered() {
            BitSet uncovered = new BitSet();
            for (int row = 0; row < sources.size(); row++) {
                List<String> named = sources.get(row).uncovered();
                for (String name : named == null ? List.<String>of() : named) {
                    if (!features.contains(name)) {
                        throw new IllegalArgumentException(
                                "uncovered: %s is none of the features %s".formatted(name, features));
                    }
                    uncovered.set(row * features.size() + features.indexOf(name));
                }
            }
            return uncovered;
        }
    }

    /// @param name for people; its number from 0 where absent
    /// @param values in the order of the sample's features; `null` where one is missing
    /// @param uncovered names of missing features that nothing could have told
    @JsonNaming(SnakeCaseStrategy.class)
    record Source(
            @Nullable String name,
            @JsonProperty(value = "class", required = true) String sourceClass,
            @JsonProperty(required = true) double raDeg,
            @JsonProperty(required = true) double decDeg,
            @JsonProperty(required = true) List<@Nullable Double> values,
            @Nullable List<String> uncovered) {}

    TrainingRequest {
        if (folds != null && !(folds >= 2 && folds <= MOST_FOLDS)) {
            throw new IllegalArgumentException("folds is " + folds + ", must lie in [2, " + MOST_FOLDS + "]");
        }
    }

    private Taxonomy taxonomy() {
        return classes == null ? Taxonomy.FOUR_CLASSES : Taxonomy.of(classes.toArray(String[]::new));
    }

    private FeatureSet known() {
        return addedFeatures == null
                ? FeatureSet.standard()
                : FeatureSet.standard()
                        .plus(
                                addedFeatures.stream()
                                        .map(AddedFeature::definition)
                                        .toList(),
                                List.of());
    }

    TrainingTable table() {
        return sample.table().of(known());
    }

    TrainingOptions options() {
        return new TrainingOptions(
                taxonomy(),
                known(),
                features == null ? List.of(TrainingOptions.STANDARD) : features,
                pairs == null ? List.of(TrainingOptions.STANDARD) : pairs,
                Optional.ofNullable(objective).map(SourceClass::new),
                folds == null ? TrainingOptions.DEFAULT_FOLDS : folds,
                seed == null ? TrainingOptions.DEFAULT_SEED : seed);
    }

    /// @param program that fits, for the model's provenance
    FitPlan fit(String program) {
        if (name == null) {
            throw new IllegalArgumentException("name is missing: a fit makes a model of that name");
        }
        return new FitPlan(
                options(),
                rule == null ? WeightedEvidence.NAME : rule,
                name,
                missions == null ? Set.of() : missions,
                prior == null ? new ServedPrior.OfSample() : new ServedPrior.Given(new Prior(prior)),
                program);
    }

    /// The rules to judge, for an evaluation or a comparison.
    EvaluationPlan evaluation() {
        return new EvaluationPlan(options(), methods == null ? JUDGED : methods);
    }

    TuningPlan tuning() {
        return new TuningPlan(options(), rule == null ? NaiveBayesRule.AuthorsCode.NAME : rule);
    }
}
