package io.lynceus.benchmarks.crossmatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// Time and memory over reference rows as SVG: a panel each for seconds and for megabytes, all axes logarithmic.
record GrowthDrawing(List<CrossmatchGrowth.Cell> cells) {
    private static final int PANEL = 360;
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int LEGEND = 170;
    private static final List<String> COLOURS = List.of("#4477aa", "#228833", "#ccbb44", "#ee6677", "#aa3377");

    GrowthDrawing {
        cells = List.copyOf(cells);
    }

    /// One line of a panel.
    ///
    /// @param values over the rows of the cells, at least one
    private record Line(
            String name, List<CrossmatchGrowth.Cell> cells, ToDoubleFunction<CrossmatchGrowth.Cell> values) {}

    String svg() {
        StringBuilder svg = new StringBuilder();
        int width = 2 * (LEFT + PANEL) + LEGEND + 40;
        int height = TOP + PANEL + 60;
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" role=\"img\">%n",
                width, height));
        svg.append(format("<title>Import and match of growing tables</title>%n"));
        svg.append(format("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n", width, height));
        panel(svg, LEFT, "seconds", lines(cell -> cell.imported().seconds(), CrossmatchGrowth.Cell::matchingSeconds));
        List<Line> memory = lines(
                cell -> cell.imported().peakMegabytes(), cell -> cell.matched().peakMegabytes());
        panel(svg, 2 * LEFT + PANEL, "largest resident set [MB]", memory);
        for (int i = 0; i < memory.size(); i++) {
            int x = 2 * (LEFT + PANEL) + 20;
            int y = TOP + 20 + 24 * i;
            svg.append(format(
                    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                    x, y, x + 20, y, colour(i)));
            text(svg, x + 28, y + 4, "start", memory.get(i).name);
        }
        return svg.append("</svg>\n").toString();
    }

    private List<Line> lines(
            ToDoubleFunction<CrossmatchGrowth.Cell> ofImport, ToDoubleFunction<CrossmatchGrowth.Cell> ofMatch) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("import, process", with(cells.getFirst().sources()), ofImport));
        cells.stream()
                .mapToInt(CrossmatchGrowth.Cell::sources)
                .distinct()
                .forEach(sources -> lines.add(new Line(format("match of %,d", sources), with(sources), ofMatch)));
        return lines;
    }

    private List<CrossmatchGrowth.Cell> with(int sources) {
        return cells.stream().filter(cell -> cell.sources() == sources).toList();
    }

    private void panel(StringBuilder svg, int left, String title, List<Line> lines) {
        Axis x = Axis.over(cells.stream().mapToDouble(CrossmatchGrowth.Cell::rows));
        Axis y = Axis.over(
                lines.stream().flatMapToDouble(line -> line.cells.stream().mapToDouble(line.values)));
        text(svg, left + PANEL / 2.0, TOP - 14, "middle", title);
        text(svg, left + PANEL / 2.0, TOP + PANEL + 44, "middle", "reference rows [million]");
        for (double tick : x.ticks()) {
            double at = left + PANEL * x.place(tick);
            grid(svg, at, TOP, at, TOP + PANEL);
            text(svg, at, TOP + PANEL + 20, "middle", number(tick / 1e6));
        }
        for (double tick : y.ticks()) {
            double at = TOP + PANEL * (1 - y.place(tick));
            grid(svg, left, at, left + PANEL, at);
            text(svg, left - 8, at + 4, "end", number(tick));
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            svg.append(format("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"", colour(i)));
            line.cells.forEach(cell -> svg.append(format(
                    "%.1f,%.1f ",
                    left + PANEL * x.place(cell.rows()),
                    TOP + PANEL * (1 - y.place(line.values.applyAsDouble(cell))))));
            svg.append(format("\"/>%n"));
        }
    }

    /// A logarithmic axis from a power of ten to another.
    ///
    /// @param from its logarithm, base 10
    /// @param to its logarithm, base 10
    private record Axis(int from, int to) {
        static Axis over(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            int from = (int) Math.floor(Math.log10(sorted[0]));
            return new Axis(from, Math.max(from + 1, (int) Math.ceil(Math.log10(sorted[sorted.length - 1]))));
        }

        double place(double value) {
            return (Math.log10(value) - from) / (to - from);
        }

        double[] ticks() {
            return DoubleStream.iterate(from, exponent -> exponent <= to, exponent -> exponent + 1)
                    .map(exponent -> Math.pow(10, exponent))
                    .toArray();
        }
    }

    private static void grid(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(
                format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n", x1, y1, x2, y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    private static String number(double tick) {
        return tick < 1 ? format("%s", tick) : format("%,.0f", tick);
    }

    private static String colour(int line) {
        return COLOURS.get(line % COLOURS.size());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
