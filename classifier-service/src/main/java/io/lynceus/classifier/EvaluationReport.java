package io.lynceus.classifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What a way of fitting is worth on sources it has not seen.
///
/// @param scores with the sample's own class proportions as priors: the figures to compare
/// @param surveyScores the same evidence with survey priors
/// @param foldVariants the weights each fold chose without its held-out rows
public record EvaluationReport(
        Taxonomy taxonomy,
        List<FeatureDefinition> features,
        Objective objective,
        int folds,
        long seed,
        Map<String, Integer> rows,
        Map<String, Integer> excludedRows,
        Scores scores,
        Scores surveyScores,
        List<BayesVariant> foldVariants) {
    public EvaluationReport {
        features = List.copyOf(features);
        rows = Map.copyOf(rows);
        excludedRows = Map.copyOf(excludedRows);
        foldVariants = List.copyOf(foldVariants);
    }

    /// Pooled held-out scores under one prior.
    public record Scores(
            Prior prior,
            ConfusionMatrix matrix,
            List<ClassScores> classes,
            double macroF1,
            ConfidenceInterval macroF1Interval,
            double calibrationError,
            double brier) {
        public Scores {
            classes = List.copyOf(classes);
        }
    }

    /// Scores of one class; `surveyPrecision` is the precision in survey proportions, from the same confusions.
    public record ClassScores(
            SourceClass sourceClass,
            double recall,
            ConfidenceInterval recallInterval,
            double precision,
            ConfidenceInterval precisionInterval,
            double f1,
            ConfidenceInterval f1Interval,
            double surveyPrecision) {}

    /// The figures a model carries in its provenance.
    public SequencedMap<String, Double> heldOut() {
        SequencedMap<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("macro_f1", scores.macroF1());
        scores.classes().forEach(of -> metrics.put("f1_" + of.sourceClass(), of.f1()));
        metrics.put("ece", scores.calibrationError());
        metrics.put("brier", scores.brier());
        return metrics;
    }
}
