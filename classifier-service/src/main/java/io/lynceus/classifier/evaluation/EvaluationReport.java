package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.fitting.ConfusionMatrix;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.HeldOutScores;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.ReliabilityBin;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Scores of a rule on held-out sources.
///
/// @param rule its name
/// @param scores with the sample's own class proportions as priors: the figures to compare
/// @param surveyScores the same evidence with survey priors
/// @param choices weights that each fold chose without its held-out rows, in words; empty for a rule without a
///     choice
/// @param subSamples scores on parts of the sample, the sample's proportions as priors
/// @param outliers spread of the outlier measure in every class, excluded classes last; empty without a measure
/// @param recoveries how well the outlier measure finds sources of excluded classes
public record EvaluationReport(
        String rule,
        Taxonomy taxonomy,
        List<String> features,
        int folds,
        long seed,
        Map<String, Integer> rows,
        Map<String, Integer> excludedRows,
        Scores scores,
        Scores surveyScores,
        List<String> choices,
        List<SubScores> subSamples,
        List<OutlierSpread> outliers,
        List<Recovery> recoveries) {
    public EvaluationReport {
        features = List.copyOf(features);
        rows = Map.copyOf(rows);
        excludedRows = Map.copyOf(excludedRows);
        choices = List.copyOf(choices);
        subSamples = List.copyOf(subSamples);
        outliers = List.copyOf(outliers);
        recoveries = List.copyOf(recoveries);
    }

    /// Pooled held-out scores under one prior.
    public record Scores(
            Prior prior,
            ConfusionMatrix matrix,
            List<ClassScores> classes,
            double macroF1,
            ConfidenceInterval macroF1Interval,
            double calibrationError,
            double brier,
            List<ReliabilityBin> reliability) {
        public Scores {
            classes = List.copyOf(classes);
            reliability = List.copyOf(reliability);
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

    /// Scores on a part of the sample.
    ///
    /// @param f1 by class, in the taxonomy's order
    public record SubScores(String name, int sources, double macroF1, List<Double> f1, double calibrationError) {
        public SubScores {
            f1 = List.copyOf(f1);
        }
    }

    /// Outlier measure of one class's held-out sources.
    ///
    /// @param quantiles at evenly spaced shares from 0 to 1, ascending [dex]
    public record OutlierSpread(String sourceClass, int sources, List<Double> quantiles) {
        public OutlierSpread {
            quantiles = List.copyOf(quantiles);
        }
    }

    /// How well the outlier measure finds sources of an excluded class among held-out sources of the others.
    ///
    /// @param area under the receiver operating characteristic: the chance that such a source is the more unusual
    ///     one
    /// @param found share of them above the measure that 5% of the others exceed
    public record Recovery(
            String sourceClass,
            int sources,
            double area,
            ConfidenceInterval areaInterval,
            double found,
            ConfidenceInterval foundInterval) {}

    /// The scores that a model carries.
    public HeldOutScores heldOut() {
        Map<String, Double> figures = new HashMap<>();
        figures.put("macro_f1", scores.macroF1());
        scores.classes().forEach(of -> figures.put("f1_" + of.sourceClass(), of.f1()));
        figures.put("ece", scores.calibrationError());
        figures.put("brier", scores.brier());
        return new HeldOutScores(figures, scores.matrix().counts(), scores.reliability());
    }
}
