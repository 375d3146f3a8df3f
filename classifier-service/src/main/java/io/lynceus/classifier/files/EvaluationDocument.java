package io.lynceus.classifier.files;

import io.lynceus.classifier.BayesVariant;
import io.lynceus.classifier.ConfidenceInterval;
import io.lynceus.classifier.EvaluationReport;
import io.lynceus.classifier.EvaluationReport.ClassScores;
import io.lynceus.classifier.EvaluationReport.Scores;
import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.SourceClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An evaluation report as JSON text, for programs; its matrix has one row per class given, one column per true class.
public record EvaluationDocument(EvaluationReport report) {
    private record Document(
            String variant,
            String objective,
            int folds,
            long seed,
            Map<String, Integer> rows,
            Map<String, Integer> excludedRows,
            List<String> features,
            PriorScores samplePriors,
            PriorScores surveyPriors,
            List<BayesVariant> foldVariants) {}

    private record PriorScores(
            List<String> classes,
            List<Double> prior,
            List<List<Integer>> matrix,
            double macroF1,
            ConfidenceInterval macroF1Interval,
            double calibrationError,
            double brier,
            List<ClassScores> byClass) {}

    public String json() {
        return ModelDocument.write(new Document(
                        report.foldVariants().getFirst().wireName(),
                        report.objective().description(),
                        report.folds(),
                        report.seed(),
                        new TreeMap<>(report.rows()),
                        new TreeMap<>(report.excludedRows()),
                        report.features().stream().map(FeatureDefinition::name).toList(),
                        scores(report.scores()),
                        scores(report.surveyScores()),
                        report.foldVariants()))
                + '\n';
    }

    private PriorScores scores(Scores scores) {
        return new PriorScores(
                report.taxonomy().classes().stream().map(SourceClass::name).toList(),
                scores.prior().probabilities(),
                scores.matrix().counts(),
                scores.macroF1(),
                scores.macroF1Interval(),
                scores.calibrationError(),
                scores.brier(),
                scores.classes());
    }
}
