package io.lynceus.classifier.files.report;

import static io.lynceus.classifier.files.report.Markup.cell;
import static io.lynceus.classifier.files.report.Markup.escaped;
import static io.lynceus.classifier.files.report.Markup.number;
import static io.lynceus.classifier.files.report.Markup.percent;
import static io.lynceus.classifier.files.report.Markup.series;

import io.lynceus.classifier.evaluation.EvaluationReport;
import io.lynceus.classifier.evaluation.EvaluationReport.ClassScores;
import io.lynceus.classifier.evaluation.EvaluationReport.Scores;
import io.lynceus.classifier.files.report.Plot.Range;
import io.lynceus.classifier.model.ReliabilityBin;
import io.lynceus.classifier.model.SourceClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Section of one rule: confusions, scores, reliability, parts of the sample, outliers.
final class RuleSection {
    private final EvaluationReport report;

    RuleSection(EvaluationReport report) {
        this.report = report;
    }

    String html() {
        return Markup.section(
                report.rule(),
                escaped(report.rule()) + " <small>seed " + report.seed() + "</small>",
                "<p>"
                        + report.features().size() + " features: "
                        + escaped(String.join(", ", report.features())) + "</p>\n"
                        + scored("With the sample's own class proportions", report.scores())
                        + "<details><summary>With other class proportions: "
                        + escaped(proportions(report.surveyScores())) + "</summary>\n"
                        + scored("The same evidence, other priors", report.surveyScores()) + "</details>\n"
                        + subSamples()
                        + outliers()
                        + choices());
    }

    private String proportions(Scores scores) {
        return IntStream.range(0, report.taxonomy().size())
                .mapToObj(c -> report.taxonomy().classes().get(c) + " "
                        + number(scores.prior().probabilities().get(c), 2))
                .collect(Collectors.joining(", "));
    }

    private String scored(String title, Scores scores) {
        return "<h3>" + title + "</h3>\n<div class=\"side\">" + matrix(scores) + reliability(scores) + "</div>\n"
                + classes(scores);
    }

    private String matrix(Scores scores) {
        List<SourceClass> classes = report.taxonomy().classes();
        StringBuilder rows = new StringBuilder(
                Markup.header(Stream.concat(Stream.of("given"), classes.stream().map(of -> "is " + of))));
        for (int predicted = 0; predicted < classes.size(); predicted++) {
            List<String> cells = new ArrayList<>();
            for (int truth = 0; truth < classes.size(); truth++) {
                int count = scores.matrix().count(predicted, truth);
                double share = (double) count / Math.max(1, scores.matrix().ofTruth(truth));
                cells.add(Markup.shaded(share, count + " <small>" + percent(share) + "%</small>"));
            }
            rows.append(Markup.row(series(predicted, classes.get(predicted).name()), cells));
        }
        return Markup.table("Confusions: sources, and their share of the class they are of", rows.toString());
    }

    private String classes(Scores scores) {
        StringBuilder rows = new StringBuilder(Markup.header(
                Stream.of("class", "sources", "recall", "precision, raw", "precision, prior-corrected", "F1")));
        for (int c = 0; c < scores.classes().size(); c++) {
            ClassScores of = scores.classes().get(c);
            rows.append(Markup.row(
                    series(c, of.sourceClass().name()),
                    List.of(
                            cell(Integer.toString(scores.matrix().ofTruth(c))),
                            cell(percent(of.recall(), of.recallInterval())),
                            cell(percent(of.precision(), of.precisionInterval())),
                            cell(percent(of.surveyPrecision())),
                            cell(percent(of.f1(), of.f1Interval())))));
        }
        return Markup.table(
                "Percent. Recall and precision with Wilson's 95% interval, F1 with that of resampled sky cells."
                        + " Corrected: the precision of these confusions where classes come as "
                        + escaped(proportions(report.surveyScores())),
                rows.toString());
    }

    private String reliability(Scores scores) {
        Plot plot = new Plot(
                "Share of right answers over the posterior of " + report.rule(),
                new Range(0, 1, "posterior of the class given"),
                new Range(0, 1, "share that is right"),
                true);
        plot.guide(0, 0, 1, 1);
        for (ReliabilityBin bin : scores.reliability()) {
            plot.point(
                    0,
                    bin.meanPosterior(),
                    bin.shareRight(),
                    bin.interval().low(),
                    bin.interval().high(),
                    "%d sources, %s%% sure, %s%% right"
                            .formatted(bin.sources(), percent(bin.meanPosterior()), percent(bin.shareRight())));
        }
        return "<figure>%s<figcaption>Reliability: calibration error (ECE) %s%%, Brier score %s</figcaption></figure>%n"
                .formatted(plot.svg(), percent(scores.calibrationError()), number(scores.brier(), 3));
    }

    private String subSamples() {
        if (report.subSamples().isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder(Markup.header(Stream.of(
                        Stream.of("part of the sample", "sources", "macro F1"),
                        report.taxonomy().classes().stream().map(of -> "F1 of " + of),
                        Stream.of("ECE"))
                .flatMap(titles -> titles)));
        report.subSamples().forEach(part -> {
            List<String> cells = new ArrayList<>();
            cells.add(cell(Integer.toString(part.sources())));
            cells.add(cell(percent(part.macroF1())));
            part.f1().forEach(f1 -> cells.add(cell(percent(f1))));
            cells.add(cell(percent(part.calibrationError())));
            rows.append(Markup.row(escaped(part.name()), cells));
        });
        return "<h3>Parts of the sample</h3>\n" + Markup.table("Percent", rows.toString());
    }

    private String outliers() {
        if (report.outliers().isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder(
                Markup.header(Stream.of("class left out", "sources", "area under the curve", "found, percent")));
        report.recoveries()
                .forEach(recovery -> rows.append(Markup.row(
                        escaped(recovery.sourceClass()),
                        List.of(
                                cell(Integer.toString(recovery.sources())),
                                cell("%s <small>%s–%s</small>"
                                        .formatted(
                                                number(recovery.area(), 3),
                                                number(recovery.areaInterval().low(), 3),
                                                number(recovery.areaInterval().high(), 3))),
                                cell(percent(recovery.found(), recovery.foundInterval()))))));
        return "<h3>Outlier measure</h3>\n<div class=\"side\">" + OutlierPlot.html(report.outliers())
                + (report.recoveries().isEmpty()
                        ? ""
                        : Markup.table(
                                "Sources of classes that were not learned, among held-out ones of those that were;"
                                        + " found: above the measure that 5% of the known exceed",
                                rows.toString()))
                + "</div>\n";
    }

    private String choices() {
        return report.choices().isEmpty()
                ? ""
                : report.choices().stream()
                        .map(choice -> "<li>" + escaped(choice) + "</li>")
                        .collect(Collectors.joining(
                                "\n",
                                "<details><summary>Weights that each fold chose</summary><ol>",
                                "</ol></details>\n"));
    }
}
