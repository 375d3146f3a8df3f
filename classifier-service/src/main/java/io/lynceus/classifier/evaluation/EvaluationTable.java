package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.evaluation.EvaluationReport.ClassScores;
import io.lynceus.classifier.evaluation.EvaluationReport.Scores;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.SourceClass;
import java.util.List;
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
                "%s, %d sky-grouped folds, everything chosen inside the folds, seed %d",
                report.rule(), report.folds(), report.seed());
        line("rows %s, left out %s", new TreeMap<>(report.rows()), new TreeMap<>(report.excludedRows()));
        line("%d features: %s", report.features().size(), String.join(" ", report.features()));
        line("");
        scores("with the sample's priors", report.scores());
        line("");
        scores("with survey priors", report.surveyScores());
        for (EvaluationReport.SubScores part : report.subSamples()) {
            line(
                    "%s: %d sources, macro F1 %.1f, F1 %s, ECE %.1f",
                    part.name(),
                    part.sources(),
                    100 * part.macroF1(),
                    part.f1().stream().map(f1 -> percent(f1)).toList(),
                    100 * part.calibrationError());
        }
        for (EvaluationReport.Recovery recovery : report.recoveries()) {
            line(
                    "outlier measure on %s, %d sources left out: area under the curve %.3f %s, %.1f%% %s beyond 5%% of"
                            + " the others",
                    recovery.sourceClass(),
                    recovery.sources(),
                    recovery.area(),
                    interval(recovery.areaInterval()),
                    100 * recovery.found(),
                    percent(recovery.foundInterval()));
        }
        if (!report.choices().isEmpty()) {
            line("");
            line("weights by fold");
            report.choices().forEach(choice -> line("  %s", choice));
        }
        return text.toString();
    }

    /// The rules side by side, with the sample's priors: one line each, and a mean over several draws of the folds.
    public static String summary(List<EvaluationReport> reports) {
        List<SourceClass> classes = reports.getFirst().taxonomy().classes();
        StringBuilder summary =
                new StringBuilder(String.format("%-18s %5s %22s", "sample's priors", "seed", "macro F1"));
        classes.forEach(of -> summary.append(String.format("%22s", "F1 of " + of)));
        summary.append("     ECE   Brier\n");
        for (EvaluationReport report : reports) {
            Scores scores = report.scores();
            summary.append(String.format(
                    Locale.ROOT,
                    "%-18s %5d %6.1f %-15s",
                    report.rule(),
                    report.seed(),
                    100 * scores.macroF1(),
                    percent(scores.macroF1Interval())));
            scores.classes()
                    .forEach(of -> summary.append(
                            String.format(Locale.ROOT, " %5.1f %-15s", 100 * of.f1(), percent(of.f1Interval()))));
            summary.append(
                    String.format(Locale.ROOT, " %6.1f   %.3f%n", 100 * scores.calibrationError(), scores.brier()));
        }
        EvaluationMeans.of(reports).stream()
                .filter(means -> means.draws() > 1)
                .forEach(means -> summary.append(mean(means)));
        return summary.toString();
    }

    private static String mean(EvaluationMeans means) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%-18s %5s %6.1f %-15s", means.rule(), "mean", 100 * means.macroF1(), ""));
        means.f1().forEach(f1 -> line.append(String.format(Locale.ROOT, " %5.1f %-15s", 100 * f1, "")));
        return line.append(String.format(Locale.ROOT, " %6.1f   %.3f%n", 100 * means.calibrationError(), means.brier()))
                .toString();
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

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String percent(ConfidenceInterval interval) {
        return String.format(Locale.ROOT, "[%.1f, %.1f]", 100 * interval.low(), 100 * interval.high());
    }

    private static String interval(ConfidenceInterval interval) {
        return String.format(Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
