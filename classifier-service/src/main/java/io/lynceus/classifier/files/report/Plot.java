package io.lynceus.classifier.files.report;

import java.util.Locale;
import java.util.stream.IntStream;

/// Two linear axes with lines and points, as SVG in the colours of the page.
final class Plot {
    /// Colours and dashes there are; more series begin again.
    static final int SERIES = 8;

    private static final int WIDTH = 340;
    private static final int HEIGHT = 220;
    private static final int LEFT = 42;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;
    private static final int TICKS = 5;

    private final Range x;
    private final Range y;
    private final StringBuilder svg = new StringBuilder();

    /// Ends of an axis, low < high.
    record Range(double low, double high, String title) {
        /// Round steps of 1, 2 or 5 times a power of ten.
        double step() {
            double rough = (high - low) / TICKS;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double factor = rough / power;
            return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
        }

        double[] ticks() {
            double first = Math.ceil(low / step());
            return IntStream.rangeClosed(0, (int) (Math.floor(high / step() + 1e-9) - first))
                    .mapToDouble(i -> (first + i) * step())
                    .toArray();
        }

        String label(double tick) {
            int decimals = (int) Math.max(0, -Math.floor(Math.log10(step()) + 1e-9));
            return String.format(Locale.ROOT, "%." + decimals + "f", tick + 0.0);
        }
    }

    /// @param description text alternative for screen readers
    /// @param withScale whether the y axis has numbers
    Plot(String description, Range x, Range y, boolean withScale) {
        this.x = x;
        this.y = y;
        add(
                "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH, HEIGHT, Markup.escaped(description));
        for (double tick : x.ticks()) {
            add(
                    "<path class=\"grid\" d=\"M%.1f %dV%d\"/><text x=\"%.1f\" y=\"%d\" class=\"middle\">%s</text>%n",
                    across(tick), TOP, HEIGHT - BOTTOM, across(tick), HEIGHT - BOTTOM + 14, x.label(tick));
        }
        for (double tick : withScale ? y.ticks() : new double[0]) {
            add(
                    "<path class=\"grid\" d=\"M%d %.1fH%d\"/><text x=\"%d\" y=\"%.1f\" class=\"end\">%s</text>%n",
                    LEFT, up(tick), WIDTH - RIGHT, LEFT - 5, up(tick) + 4, y.label(tick));
        }
        add(
                "<path class=\"frame\" d=\"M%d %dV%dH%d\"/><text x=\"%d\" y=\"%d\" class=\"middle title\">%s</text>%n",
                LEFT,
                TOP,
                HEIGHT - BOTTOM,
                WIDTH - RIGHT,
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 8,
                Markup.escaped(x.title()));
        add(
                "<text transform=\"translate(12 %d) rotate(-90)\" class=\"middle title\">%s</text>%n",
                (TOP + HEIGHT - BOTTOM) / 2, Markup.escaped(y.title()));
    }

    Plot line(int series, double[] xs, double[] ys) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", across(xs[i]), up(ys[i])));
        }
        return add("<path class=\"line s%d\" d=\"%s\"/>%n", series % SERIES, path);
    }

    /// A thin line that the data are compared with.
    Plot guide(double fromX, double fromY, double toX, double toY) {
        return add(
                "<path class=\"guide\" d=\"M%.1f %.1fL%.1f %.1f\"/>%n", across(fromX), up(fromY), across(toX), up(toY));
    }

    /// A point with the ends of its interval.
    Plot point(int series, double atX, double atY, double low, double high, String note) {
        return add(
                "<g class=\"point s%d\"><title>%s</title><path d=\"M%.1f %.1fV%.1f\"/>"
                        + "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\"/></g>%n",
                series % SERIES, Markup.escaped(note), across(atX), up(low), up(high), across(atX), up(atY));
    }

    String svg() {
        return svg + "</svg>\n";
    }

    private double across(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (Math.clamp(value, x.low(), x.high()) - x.low()) / (x.high() - x.low());
    }

    private double up(double value) {
        return HEIGHT
                - BOTTOM
                - (HEIGHT - TOP - BOTTOM) * (Math.clamp(value, y.low(), y.high()) - y.low()) / (y.high() - y.low());
    }

    private Plot add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
        return this;
    }
}
