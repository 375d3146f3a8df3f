package io.lynceus.classifier.files.report;

import io.lynceus.classifier.evaluation.Assessment;
import io.lynceus.classifier.evaluation.EvaluationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An assessment as one HTML file in a dark or light scheme. Details are those of the first draw of folds.
public record AssessmentPage(Assessment assessment) {
    public String html() {
        EvaluationReport first = assessment.reports().getFirst();
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Lynceus: models judged on held-out sky</title>
            <style>
            %s</style>
            </head>
            <body>
            <header><h1>Models judged on held-out sky</h1>
            <p>%s: %s%s. %d folds of sky; densities, weights and calibration are made without the fold that is judged.</p>
            <nav>%s</nav></header>
            <main>
            %s%s%s</main>
            </body>
            </html>
            """.formatted(
                        style(),
                        Markup.escaped(assessment.sample()),
                        Markup.counts(first.rows()),
                        left(first),
                        first.folds(),
                        contents(first.seed()),
                        ComparisonSection.html(assessment.reports()),
                        assessment.reports().stream()
                                .filter(report -> report.seed() == first.seed())
                                .map(report -> new RuleSection(report).html())
                                .collect(Collectors.joining()),
                        assessment.models().stream()
                                .map(model -> new ModelSection(model).html())
                                .collect(Collectors.joining()));
    }

    private static String left(EvaluationReport report) {
        return report.excludedRows().isEmpty()
                ? ""
                : "; of other classes, never learned from: " + Markup.counts(report.excludedRows());
    }

    private String contents(long seed) {
        return Stream.of(
                        Stream.of("methods"),
                        assessment.reports().stream()
                                .filter(report -> report.seed() == seed)
                                .map(EvaluationReport::rule),
                        assessment.models().stream().map(model -> "model-" + model.name()))
                .flatMap(ids -> ids)
                .map(id -> "<a href=\"#%1$s\">%1$s</a>".formatted(Markup.escaped(id)))
                .collect(Collectors.joining(" "));
    }

    private static String style() {
        try (InputStream css =
                Objects.requireNonNull(AssessmentPage.class.getResourceAsStream("/report/report.css"), "report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
