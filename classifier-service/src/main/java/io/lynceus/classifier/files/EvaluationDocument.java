package io.lynceus.classifier.files;

import io.lynceus.classifier.evaluation.Assessment;
import io.lynceus.classifier.evaluation.EvaluationMeans;
import io.lynceus.classifier.evaluation.EvaluationReport;
import io.lynceus.classifier.evaluation.EvaluationReport.ClassScores;
import io.lynceus.classifier.evaluation.EvaluationReport.OutlierSpread;
import io.lynceus.classifier.evaluation.EvaluationReport.Recovery;
import io.lynceus.classifier.evaluation.EvaluationReport.Scores;
import io.lynceus.classifier.evaluation.EvaluationReport.SubScores;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.ReliabilityBin;
import io.lynceus.classifier.model.SourceClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An assessment as JSON text, for programs; a matrix has one row per class given, one column per true class.
public record EvaluationDocument(Assessment assessment) {
    private record Document(List<MeanScores> means, List<Method> methods, List<ModelContent> models) {}

    private record MeanScores(
            String method, int draws, double macroF1, List<Double> f1, double calibrationError, double brier) {
        static MeanScores of(EvaluationMeans means) {
            return new MeanScores(
                    means.rule(), means.draws(), means.macroF1(), means.f1(), means.calibrationError(), means.brier());
        }
    }

    private record Method(
            String method,
            int folds,
            long seed,
            Map<String, Integer> rows,
            Map<String, Integer> excludedRows,
            List<String> features,
            PriorScores samplePriors,
            PriorScores surveyPriors,
            List<SubScores> subSamples,
            List<String> choices,
            List<OutlierSpread> outliers,
            List<Recovery> recoveries) {}

    private record PriorScores(
            List<String> classes,
            List<Double> prior,
            List<List<Integer>> matrix,
            double macroF1,
            ConfidenceInterval macroF1Interval,
            double calibrationError,
            double brier,
            List<ClassScores> byClass,
            List<ReliabilityBin> reliability) {}

    public String json() {
        return ModelDocument.write(new Document(
                        EvaluationMeans.of(assessment.reports()).stream()
                                .map(MeanScores::of)
                                .toList(),
                        assessment.reports().stream()
                                .map(EvaluationDocument::method)
                                .toList(),
                        assessment.models().stream().map(ModelContent::of).toList()))
                + '\n';
    }

    private static Method method(EvaluationReport report) {
        return new Method(
                report.rule(),
                report.folds(),
                report.seed(),
                new TreeMap<>(report.rows()),
                new TreeMap<>(report.excludedRows()),
                report.features(),
                scores(report, report.scores()),
                scores(report, report.surveyScores()),
                report.subSamples(),
                report.choices(),
                report.outliers(),
                report.recoveries());
    }

    private static PriorScores scores(EvaluationReport report, Scores scores) {
        return new PriorScores(
                report.taxonomy().classes().stream().map(SourceClass::name).toList(),
                scores.prior().probabilities(),
                scores.matrix().counts(),
                scores.macroF1(),
                scores.macroF1Interval(),
                scores.calibrationError(),
                scores.brier(),
                scores.classes(),
                scores.reliability());
    }
}
