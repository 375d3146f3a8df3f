package io.lynceus.benchmarks.reliability;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Purity and completeness over the threshold on `p_any`, measured and promised, as SVG.
final class ReliabilityDrawing {
    private static final int WIDTH = 340;
    private static final int HEIGHT = 260;
    private static final int LEFT = 48;
    private static final int TOP = 30;
    private static final int PLOT_WIDTH = 270;
    private static final int PLOT_HEIGHT = 180;
    private static final String PURITY = "#1f6f8b";
    private static final String COMPLETENESS = "#c4572d";

    private ReliabilityDrawing() {}

    static String of(List<Reliability> measured) {
        StringBuilder svg = new StringBuilder();
        append(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH * measured.size(),
                HEIGHT);
        for (int i = 0; i < measured.size(); i++) {
            append(svg, "<g transform=\"translate(%d,0)\">%n", WIDTH * i);
            plot(svg, measured.get(i));
            append(svg, "</g>%n");
        }
        return append(svg, "</svg>%n").toString();
    }

    private static void plot(StringBuilder svg, Reliability one) {
        double least = Math.floor(10
                        * one.points().stream()
                                .mapToDouble(point -> Math.min(point.purity(), point.completeness()))
                                .min()
                                .orElse(0))
                / 10;
        append(
                svg,
                "<text x=\"%d\" y=\"18\" font-weight=\"bold\">%s</text>%n",
                LEFT,
                one.sky().name());
        append(
                svg,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>%n",
                LEFT,
                TOP,
                PLOT_WIDTH,
                PLOT_HEIGHT);
        for (int tick = 0; tick <= 4; tick++) {
            double value = least + (1 - least) * tick / 4;
            append(
                    svg,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>%n",
                    LEFT - 5,
                    y(value, least) + 4,
                    value);
            append(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.2f</text>%n",
                    x(tick / 4.0),
                    TOP + PLOT_HEIGHT + 15,
                    tick / 4.0);
        }
        append(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">threshold on p_any</text>%n",
                LEFT + PLOT_WIDTH / 2,
                TOP + PLOT_HEIGHT + 31);
        append(
                svg,
                "<text x=\"%d\" y=\"%d\"><tspan fill=\"%s\">purity</tspan>, <tspan fill=\"%s\">completeness</tspan>;"
                        + " dashed: promised; largest difference %.4f</text>%n",
                LEFT,
                TOP + PLOT_HEIGHT + 46,
                PURITY,
                COMPLETENESS,
                one.worstMiss());
        line(svg, one, least, PURITY, "", Reliability.Point::purity);
        line(svg, one, least, PURITY, "5 4", Reliability.Point::promisedPurity);
        line(svg, one, least, COMPLETENESS, "", Reliability.Point::completeness);
        line(svg, one, least, COMPLETENESS, "5 4", Reliability.Point::promisedCompleteness);
    }

    private static void line(
            StringBuilder svg,
            Reliability one,
            double least,
            String colour,
            String dashes,
            ToDoubleFunction<Reliability.Point> value) {
        append(
                svg,
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" stroke-dasharray=\"%s\" points=\"%s\"/>%n",
                colour,
                dashes,
                one.points().stream()
                        .map(point -> String.format(
                                Locale.ROOT,
                                "%.1f,%.1f",
                                x(point.threshold()),
                                y(Math.max(least, value.applyAsDouble(point)), least)))
                        .collect(Collectors.joining(" ")));
    }

    private static double x(double threshold) {
        return LEFT + PLOT_WIDTH * threshold;
    }

    private static double y(double value, double least) {
        return TOP + PLOT_HEIGHT * (1 - value) / (1 - least);
    }

    private static StringBuilder append(StringBuilder svg, String format, Object... values) {
        return svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}
