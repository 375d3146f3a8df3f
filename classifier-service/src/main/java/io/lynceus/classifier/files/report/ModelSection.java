package io.lynceus.classifier.files.report;

import static io.lynceus.classifier.files.report.Markup.cell;
import static io.lynceus.classifier.files.report.Markup.escaped;
import static io.lynceus.classifier.files.report.Markup.number;

import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.EvidenceTerm;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.Provenance;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One model: where it came from, its weights, its densities.
final class ModelSection {
    private final Model model;
    private final List<SourceClass> classes;

    ModelSection(Model model) {
        this.model = model;
        this.classes = model.taxonomy().classes();
    }

    String html() {
        return Markup.section(
                "model-" + model.name(),
                "Model " + escaped(model.name()),
                "<p>Learned from the whole sample; not what the"
                        + " scores above were taken with.</p>\n" + provenance() + "<h3>Weights</h3>\n" + weights()
                        + "<h3>Densities</h3>\n" + Markup.legend(names())
                        + "<p>Each curve holds one class; a plot's highest point is 1.</p>\n"
                        + DensityPlots.html(model));
    }

    private List<String> names() {
        return classes.stream().map(SourceClass::name).toList();
    }

    private String provenance() {
        Provenance provenance = model.provenance();
        return Markup.words(Markup.row("rule", List.of(cell(escaped(model.rule().wireName()))))
                + Markup.row("sample", List.of(cell(escaped(provenance.sample()))))
                + Markup.row("SHA-256 of the sample", List.of(cell("<code>" + provenance.sampleDigest() + "</code>")))
                + Markup.row("sources", List.of(cell(Markup.counts(provenance.rows()))))
                + Markup.row("left out", List.of(cell(Markup.counts(provenance.excludedRows()))))
                + Markup.row("maximised", List.of(cell(escaped(provenance.objective()))))
                + Markup.row("seed", List.of(cell(Long.toString(provenance.seed()))))
                + Markup.row("program", List.of(cell(escaped(provenance.codeVersion()))))
                + Markup.row(
                        "priors",
                        List.of(cell(model.prior().probabilities().stream()
                                .map(prior -> number(prior, 3))
                                .collect(Collectors.joining(", "))))));
    }

    private String weights() {
        return switch (model.rule()) {
            case NaiveBayes bayes -> ofCategories(bayes);
            case WeightedEvidence weighted -> ofTerms(weighted);
        };
    }

    private static String ofCategories(NaiveBayes bayes) {
        return Markup.table(
                "Exponent of each category",
                Markup.header(Arrays.stream(PropertyCategory.values()).map(PropertyCategory::wireName))
                        + "<tr>"
                        + Arrays.stream(PropertyCategory.values())
                                .map(category ->
                                        cell(number(bayes.rule().weights().of(category), 2)))
                                .collect(Collectors.joining())
                        + "</tr>\n");
    }

    private String ofTerms(WeightedEvidence weighted) {
        double largest = weighted.terms().stream()
                .flatMap(term -> term.weights().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        StringBuilder rows = new StringBuilder(Markup.header(Stream.concat(
                Stream.of("evidence of", "category"), classes.stream().map(SourceClass::name))));
        for (EvidenceTerm term : weighted.terms()) {
            rows.append(row(term.part().name(), term, term.weights(), largest));
            term.presence()
                    .ifPresent(presence -> rows.append(
                            row("being measured: " + term.part().name(), term, presence.weights(), largest)));
        }
        return Markup.table("What a class's evidence counts; below 1, other parts say the same", rows.toString());
    }

    private static String row(String name, EvidenceTerm term, List<Double> weights, double largest) {
        List<String> cells = new ArrayList<>();
        cells.add(cell(term.part().category().wireName()));
        weights.forEach(weight -> cells.add(Markup.shaded(weight / largest, number(weight, 2))));
        return Markup.row(escaped(name), cells);
    }
}
