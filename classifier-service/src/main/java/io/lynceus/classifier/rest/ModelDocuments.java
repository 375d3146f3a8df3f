package io.lynceus.classifier.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.classifier.Activation;
import io.lynceus.classifier.ActivationState;
import io.lynceus.classifier.ClassMove;
import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.DensityCurves;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.Provenance;
import io.lynceus.classifier.model.ReliabilityBin;
import io.lynceus.classifier.model.ScoringRule;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.WeightedEvidence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Response documents about models.
final class ModelDocuments {
    private ModelDocuments() {}

    /// A model without its densities.
    ///
    /// @param missions that it serves; empty for all
    /// @param prior class proportions it assumes
    /// @param variant `weighted-evidence`, `seed-formula` or `authors-code`
    /// @param weights alpha by category in paper mode; else by part of the evidence, the mean over the classes
    @JsonNaming(SnakeCaseStrategy.class)
    record ModelSummary(
            String name,
            String version,
            boolean active,
            List<String> missions,
            Map<String, Double> prior,
            String variant,
            Map<String, Double> weights,
            List<FeatureSummary> features,
            Origin provenance) {
        static ModelSummary of(ModelId id, Model model, boolean active) {
            Map<String, Double> prior = new LinkedHashMap<>();
            List<SourceClass> classes = model.taxonomy().classes();
            for (int c = 0; c < classes.size(); c++) {
                prior.put(classes.get(c).name(), model.prior().probabilities().get(c));
            }
            return new ModelSummary(
                    id.name(),
                    id.version(),
                    active,
                    new ArrayList<>(new TreeSet<>(model.missions())),
                    prior,
                    model.rule().wireName(),
                    weightsOf(model.rule()),
                    model.features().stream().map(FeatureSummary::of).toList(),
                    Origin.of(model.provenance()));
        }
    }

    private static Map<String, Double> weightsOf(ScoringRule rule) {
        Map<String, Double> weights = new LinkedHashMap<>();
        switch (rule) {
            case NaiveBayes bayes -> {
                for (PropertyCategory category : PropertyCategory.values()) {
                    weights.put(category.wireName(), bayes.rule().weights().of(category));
                }
            }
            case WeightedEvidence weighted ->
                weighted.terms()
                        .forEach(term -> weights.put(
                                term.part().name(),
                                term.weights().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .average()
                                        .orElse(0)));
        }
        return weights;
    }

    /// One feature that a model uses.
    record FeatureSummary(String name, String category, String unit) {
        static FeatureSummary of(FeatureDefinition feature) {
            return new FeatureSummary(feature.name(), feature.category().wireName(), feature.unit());
        }
    }

    /// Where a model came from.
    ///
    /// @param confusion held-out sources by class given, then by true class, both in the order of the priors
    @JsonNaming(SnakeCaseStrategy.class)
    record Origin(
            String sample,
            String sampleSha256,
            Map<String, Integer> rows,
            Map<String, Integer> excludedRows,
            String objective,
            long seed,
            String codeVersion,
            Map<String, Double> heldOut,
            List<List<Integer>> confusion,
            List<ReliabilityDocument> reliability) {
        static Origin of(Provenance provenance) {
            return new Origin(
                    provenance.sample(),
                    provenance.sampleDigest(),
                    provenance.rows(),
                    provenance.excludedRows(),
                    provenance.objective(),
                    provenance.seed(),
                    provenance.codeVersion(),
                    provenance.heldOut().figures(),
                    provenance.heldOut().confusion(),
                    provenance.heldOut().reliability().stream()
                            .map(ReliabilityDocument::of)
                            .toList());
        }
    }

    /// How right held-out answers of about one sureness were.
    ///
    /// @param meanPosterior of the winning class, in [0, 1]
    /// @param shareRight in [0, 1], with its 95% interval
    @JsonNaming(SnakeCaseStrategy.class)
    record ReliabilityDocument(
            int sources, double meanPosterior, double shareRight, double shareLow, double shareHigh) {
        static ReliabilityDocument of(ReliabilityBin bin) {
            return new ReliabilityDocument(
                    bin.sources(),
                    bin.meanPosterior(),
                    bin.shareRight(),
                    bin.interval().low(),
                    bin.interval().high());
        }
    }

    /// The densities of a model.
    ///
    /// @param outlierQuantiles by class, evenly spaced quantiles of the outlier measure of held-out sources,
    ///     ascending [dex]; empty in paper mode
    @JsonNaming(SnakeCaseStrategy.class)
    record DensitiesDocument(
            String name, String version, List<FeatureDensities> features, Map<String, List<Double>> outlierQuantiles) {
        static DensitiesDocument of(ModelId id, Model model) {
            List<String> classes =
                    model.taxonomy().classes().stream().map(SourceClass::name).toList();
            return new DensitiesDocument(
                    id.name(),
                    id.version(),
                    DensityCurves.of(model).stream()
                            .map(curves -> FeatureDensities.of(curves, classes))
                            .toList(),
                    outlierQuantiles(model.rule(), classes));
        }

        private static Map<String, List<Double>> outlierQuantiles(ScoringRule rule, List<String> classes) {
            Map<String, List<Double>> byClass = new LinkedHashMap<>();
            if (rule instanceof WeightedEvidence weighted) {
                List<List<Double>> quantiles = weighted.typicality().quantiles();
                for (int c = 0; c < quantiles.size(); c++) {
                    byClass.put(classes.get(c), quantiles.get(c));
                }
            }
            return byClass;
        }
    }

    /// The densities of one feature, each on the same even grid.
    ///
    /// @param low first value of the grid
    /// @param high last value of the grid
    /// @param folded whether a value counts as its absolute value
    /// @param densities by class p(value | class)
    record FeatureDensities(
            String name,
            String category,
            String unit,
            double low,
            double high,
            boolean folded,
            Map<String, List<Double>> densities) {
        /// Digits by which a curve can be drawn.
        private static final MathContext DIGITS = new MathContext(4);

        static FeatureDensities of(DensityCurves curves, List<String> classes) {
            Map<String, List<Double>> byClass = new LinkedHashMap<>();
            for (int c = 0; c < classes.size(); c++) {
                byClass.put(
                        classes.get(c),
                        curves.densities().get(c).stream()
                                .map(density ->
                                        new BigDecimal(density).round(DIGITS).doubleValue())
                                .toList());
            }
            FeatureDefinition feature = curves.feature();
            return new FeatureDensities(
                    feature.name(),
                    feature.category().wireName(),
                    feature.unit(),
                    curves.grid().getFirst(),
                    curves.grid().getLast(),
                    curves.folded(),
                    byClass);
        }
    }

    /// @param activation number of the activation in force
    record ModelList(long activation, List<ModelSummary> models) {}

    /// @param models in order, as `name` or `name/version`: the first that serves a mission classifies it
    record ActivationRequest(@Nullable List<String> models) {}

    /// State of an activation.
    ///
    /// @param models in order, as `name/version`
    /// @param activatedAt ISO 8601 instant
    /// @param reclassifiedAt when all earlier detections had been reclassified; `null` while they are not
    /// @param moves sources that have another class since, most first
    @JsonNaming(SnakeCaseStrategy.class)
    record ActivationProgress(
            long activation,
            List<String> models,
            String activatedAt,
            @Nullable String reclassifiedAt,
            List<ClassMove> moves) {
        static ActivationProgress of(ActivationState state, List<ClassMove> moves) {
            return new ActivationProgress(
                    state.activation().number(),
                    state.activation().models().stream().map(ModelId::toString).toList(),
                    state.activatedAt().toString(),
                    state.reclassifiedAt().map(Instant::toString).orElse(null),
                    moves);
        }
    }

    /// @param models in order, as `name/version`
    record ActivationDocument(long activation, List<String> models) {
        static ActivationDocument of(Activation activation) {
            return new ActivationDocument(
                    activation.number(),
                    activation.models().stream().map(ModelId::toString).toList());
        }
    }
}
