package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.evaluation.ComparisonReport.Difference;
import io.lynceus.classifier.evaluation.ComparisonReport.Move;
import io.lynceus.classifier.evaluation.ComparisonReport.MoveCount;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// A comparison as text for a terminal: F1 in percent, 95% intervals in brackets.
public final class ComparisonTable {
    /// Moves that are printed one by one.
    private static final int MOST_SHOWN = 20;

    private final ComparisonReport report;
    private final List<String> names;
    private final StringBuilder text = new StringBuilder();

    /// @param names of the judged table's sources, by row
    public ComparisonTable(ComparisonReport report, List<String> names) {
        this.report = report;
        this.names = List.copyOf(names);
    }

    public String text() {
        text.setLength(0);
        line(
                "A %s, B %s: the same %d sky-grouped folds, seed %d",
                report.first(), report.second(), report.folds(), report.seed());
        line("judged %s", new TreeMap<>(report.rows()));
        line("%-14s %8s %8s %8s", "", "A", "B", "B - A");
        report.differences().forEach(this::difference);
        line("%d sources get another class", report.moves().size());
        for (MoveCount count : report.counts()) {
            line(
                    "  %-6s to %-6s %4d, right before %d, right after %d",
                    count.before(), count.after(), count.sources(), count.rightBefore(), count.rightAfter());
        }
        report.moves().stream().limit(MOST_SHOWN).forEach(this::move);
        if (report.moves().size() > MOST_SHOWN) {
            line("  and %d more: --json tells them all", report.moves().size() - MOST_SHOWN);
        }
        return text.toString();
    }

    private void difference(Difference of) {
        boolean share = of.score().contains("F1");
        double factor = share ? 100 : 1;
        line(
                share ? "%-14s %8.1f %8.1f %+8.1f [%+.1f, %+.1f]" : "%-14s %8.3f %8.3f %+8.3f [%+.3f, %+.3f]",
                of.score(),
                factor * of.first(),
                factor * of.second(),
                factor * of.value(),
                factor * of.low(),
                factor * of.high());
    }

    private void move(Move move) {
        line(
                "  %s, %s: %s (%.2f) to %s (%.2f)",
                names.get(move.row()),
                move.truth(),
                move.before(),
                move.probabilityBefore(),
                move.after(),
                move.probabilityAfter());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
