package io.lynceus.standalone.demo;

import io.lynceus.classifier.fitting.ConfusionMatrix;
import io.lynceus.classifier.model.SourceClass;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi;

/// A report as text for people; coloured where the terminal shows it.
final class DemoTable {
    private final DemoReport report;
    private final Ansi ansi;
    private final StringBuilder text = new StringBuilder();

    DemoTable(DemoReport report, Ansi ansi) {
        this.report = report;
        this.ansi = ansi;
    }

    String text() {
        text.setLength(0);
        sources();
        counterparts();
        classes();
        return text.toString();
    }

    private void sources() {
        heading("X-ray sources", "what the association made of the detections");
        line(
                "  %,d detections of %,d true sources became %,d sources",
                report.detections(), report.sourcesTrue(), report.sourcesMade());
        line(
                "  %s of the true sources stand alone and whole; %,d were split, %,d of those made hold several",
                percent((double) report.intact() / report.sourcesTrue()), report.split(), report.merged());
    }

    private void counterparts() {
        heading("Counterparts", "per detection, p_any >= 0.45");
        line("  %-24s %10s %10s %14s", "catalogue", "accepted", "purity", "completeness");
        report.counterparts()
                .forEach((catalogue, association) -> line(
                        "  %-24s %,10d %10s %14s",
                        catalogue.catalogueName(),
                        association.accepted(),
                        percent(association.purity()),
                        percent(association.completeness())));
    }

    private void classes() {
        heading("Classes", "per source, after all its detections");
        ConfusionMatrix matrix = report.classes();
        List<String> names =
                matrix.taxonomy().classes().stream().map(SourceClass::name).toList();
        line("  %-14s%s %12s", "given \\ true", columns(names), "precision");
        for (int given = 0; given < names.size(); given++) {
            int row = given;
            line(
                    "  %-14s%s %12s",
                    names.get(given),
                    String.join(
                            "",
                            IntStream.range(0, names.size())
                                    .mapToObj(real -> cell(matrix.count(row, real), row == real))
                                    .toList()),
                    percent(matrix.precision(given)));
        }
        line(
                "  %-14s%s",
                "recall",
                columns(IntStream.range(0, names.size())
                        .mapToObj(real -> percent(matrix.recall(real)))
                        .toList()));
        line("  macro F1 %s, accuracy %s", percent(matrix.macroF1()), percent(matrix.accuracy()));
    }

    private String cell(int count, boolean right) {
        String cell = String.format(Locale.ROOT, "%,9d", count);
        return right ? ansi.string("@|green " + cell + "|@") : cell;
    }

    private void heading(String title, String remark) {
        text.append('\n')
                .append(ansi.string("@|bold " + title + "|@ @|faint (" + remark + ")|@"))
                .append('\n');
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String columns(List<String> cells) {
        return String.join("", cells.stream().map("%9s"::formatted).toList());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1e3);
    }
}
