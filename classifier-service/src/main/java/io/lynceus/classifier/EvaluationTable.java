package io.lynceus.classifier;

import io.lynceus.classifier.EvaluationReport.ClassScores;
import io.lynceus.classifier.EvaluationReport.Scores;
import java.util.Locale;
import java.util.TreeMap;

/// A report as text for a terminal: figures in percent, 95% intervals in brackets.
public final class EvaluationTable {
    private final EvaluationReport report;
    private final StringBuilder text = new StringBuilder();

    public EvaluationTable(EvaluationReport report) {
        this.report = report;
    }

    public String text() {
        text.setLength(0);
        line(
                "%s, %s, %d sky-grouped folds, weights chosen inside the folds, seed %d",
                report.foldVariants().getFirst().wireName(),
                report.objective().description(),
                report.folds(),
                report.seed());
        line("rows %s, left out %s", new TreeMap<>(report.rows()), new TreeMap<>(report.excludedRows()));
        line(
                "%d features: %s",
                report.features().size(),
                String.join(
                        " ",
                        report.features().stream().map(FeatureDefinition::name).toList()));
        line("");
        scores("with the sample's priors", report.scores());
        line("");
        scores("with survey priors", report.surveyScores());
        line("");
        line("weights by fold (location, spectrum, counterparts, variability)");
        for (BayesVariant variant : report.foldVariants()) {
            CategoryWeights weights = variant.weights();
            line(
                    "  %5.2f %5.2f %5.2f %5.2f%s",
                    weights.location(),
                    weights.spectrum(),
                    weights.counterparts(),
                    weights.variability(),
                    switch (variant) {
                        case BayesVariant.SeedFormula ignored -> "";
                        case BayesVariant.AuthorsCode authors ->
                            String.format(Locale.ROOT, "   alpha_null %.2f", authors.missingExponent());
                    });
        }
        return text.toString();
    }

    private void scores(String title, Scores scores) {
        line(
                "%s %s: macro F1 %.1f %s   ECE %.1f   Brier %.3f   accuracy %.1f",
                title,
                scores.prior().probabilities().stream()
                        .map(p -> String.format(Locale.ROOT, "%.3f", p))
                        .toList(),
                100 * scores.macroF1(),
                percent(scores.macroF1Interval()),
                100 * scores.calibrationError(),
                scores.brier(),
                100 * scores.matrix().accuracy());
        line("  %-8s %20s %20s %20s %18s", "class", "recall", "precision", "F1", "survey precision");
        for (ClassScores of : scores.classes()) {
            line(
                    "  %-8s %5.1f %-14s %5.1f %-14s %5.1f %-14s %12.1f",
                    of.sourceClass(),
                    100 * of.recall(),
                    percent(of.recallInterval()),
                    100 * of.precision(),
                    percent(of.precisionInterval()),
                    100 * of.f1(),
                    percent(of.f1Interval()),
                    100 * of.surveyPrecision());
        }
        StringBuilder header = new StringBuilder("  given \\ truth");
        scores.classes().forEach(of -> header.append(String.format("%8s", of.sourceClass())));
        line("%s", header);
        for (int predicted = 0; predicted < report.taxonomy().size(); predicted++) {
            StringBuilder row = new StringBuilder(
                    String.format("  %-13s", report.taxonomy().classes().get(predicted)));
            for (int truth = 0; truth < report.taxonomy().size(); truth++) {
                row.append(String.format("%8d", scores.matrix().count(predicted, truth)));
            }
            line("%s", row);
        }
    }

    private static String percent(ConfidenceInterval interval) {
        return String.format(Locale.ROOT, "[%.1f, %.1f]", 100 * interval.low(), 100 * interval.high());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
