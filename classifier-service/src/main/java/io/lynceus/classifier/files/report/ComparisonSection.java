package io.lynceus.classifier.files.report;

import static io.lynceus.classifier.files.report.Markup.cell;
import static io.lynceus.classifier.files.report.Markup.escaped;
import static io.lynceus.classifier.files.report.Markup.number;
import static io.lynceus.classifier.files.report.Markup.percent;

import io.lynceus.classifier.evaluation.EvaluationMeans;
import io.lynceus.classifier.evaluation.EvaluationReport;
import io.lynceus.classifier.model.SourceClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Section with the rules side by side.
final class ComparisonSection {
    private ComparisonSection() {}

    static String html(List<EvaluationReport> reports) {
        List<SourceClass> classes = reports.getFirst().taxonomy().classes();
        StringBuilder rows = new StringBuilder(Markup.header(Stream.of(
                        Stream.of("rule", "seed", "macro F1"),
                        classes.stream().map(of -> "F1 of " + of),
                        Stream.of("ECE", "Brier", "accuracy"))
                .flatMap(titles -> titles)));
        reports.forEach(report -> rows.append(row(report)));
        EvaluationMeans.of(reports).stream()
                .filter(means -> means.draws() > 1)
                .forEach(means -> rows.append(row(means)));
        return Markup.section(
                "methods",
                "Rules side by side",
                Markup.table(
                        "Percent, 95% intervals small: whole sky cells drawn again. Scored on sky that was not learned"
                                + " from, with the sample's own class proportions.",
                        rows.toString()));
    }

    private static String row(EvaluationReport report) {
        EvaluationReport.Scores scores = report.scores();
        List<String> cells = new ArrayList<>();
        cells.add(cell(Long.toString(report.seed())));
        cells.add(cell(percent(scores.macroF1(), scores.macroF1Interval())));
        scores.classes().forEach(of -> cells.add(cell(percent(of.f1(), of.f1Interval()))));
        cells.add(cell(percent(scores.calibrationError())));
        cells.add(cell(number(scores.brier(), 3)));
        cells.add(cell(percent(scores.matrix().accuracy())));
        return Markup.row(escaped(report.rule()), cells);
    }

    private static String row(EvaluationMeans means) {
        List<String> cells = new ArrayList<>();
        cells.add(cell("mean of " + means.draws()));
        cells.add(cell(percent(means.macroF1())));
        means.f1().forEach(f1 -> cells.add(cell(percent(f1))));
        cells.add(cell(percent(means.calibrationError())));
        cells.add(cell(number(means.brier(), 3)));
        cells.add(cell(""));
        return Markup.row("<strong>" + escaped(means.rule()) + "</strong>", cells);
    }
}
