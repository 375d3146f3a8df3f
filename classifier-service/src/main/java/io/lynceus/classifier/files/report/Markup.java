package io.lynceus.classifier.files.report;

import io.lynceus.classifier.model.ConfidenceInterval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Pieces of HTML text.
final class Markup {
    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String header(Stream<String> titles) {
        return titles.map(title -> "<th scope=\"col\">" + escaped(title) + "</th>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    /// A row with a heading of its own; the cells are HTML already.
    static String row(String heading, List<String> cells) {
        return "<tr><th scope=\"row\">" + heading + "</th>" + String.join("", cells) + "</tr>\n";
    }

    static String cell(String html) {
        return "<td>" + html + "</td>";
    }

    /// A cell whose ground is as strong as a share in [0, 1].
    static String shaded(double share, String html) {
        return String.format(
                Locale.ROOT,
                "<td class=\"shaded\" style=\"--share: %.0f%%\">%s</td>",
                100 * Math.clamp(share, 0, 1),
                html);
    }

    static String table(String caption, String rows) {
        return "<div><p class=\"caption\">" + caption + "</p>\n<div class=\"scroll\"><table>\n" + rows
                + "</table></div></div>\n";
    }

    /// Rows of words, not of figures.
    static String words(String rows) {
        return "<div class=\"scroll\"><table class=\"words\">\n" + rows + "</table></div>\n";
    }

    /// Sources by class, as in `3 AGN, 4 Star`.
    static String counts(Map<String, Integer> sources) {
        return new TreeMap<>(sources)
                .entrySet().stream()
                        .map(entry -> entry.getValue() + " " + escaped(entry.getKey()))
                        .collect(Collectors.joining(", "));
    }

    /// A share in percent.
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /// A share in percent with its 95% interval.
    static String percent(double share, ConfidenceInterval interval) {
        return String.format(
                Locale.ROOT, "%.1f <small>%.1f–%.1f</small>", 100 * share, 100 * interval.low(), 100 * interval.high());
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /// Colour, dash and name of a class.
    static String series(int number, String name) {
        return "<svg class=\"key\" viewBox=\"0 0 26 8\" aria-hidden=\"true\"><path class=\"line s%d\" d=\"M0 4H26\"/></svg>%s"
                .formatted(number % Plot.SERIES, escaped(name));
    }

    static String legend(List<String> names) {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (int i = 0; i < names.size(); i++) {
            legend.append("<span>").append(series(i, names.get(i))).append("</span> ");
        }
        return legend.append("</p>\n").toString();
    }

    static String section(String id, String title, String body) {
        return "<section id=\"%s\"><h2>%s</h2>\n%s</section>\n".formatted(escaped(id), title, body);
    }
}
