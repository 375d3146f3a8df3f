package io.lynceus.benchmarks.consensus;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// F1 of X-ray binaries by votes cast: a thin line a survey, a thick one for their mean.
///
/// @param byPolicy points of every survey, of equally many rounds
/// @param atRandom the same, asked at random
public record LoopDrawing(List<List<Point>> byPolicy, List<List<Point>> atRandom) {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 320;
    private static final int LEFT = 60;
    private static final int TOP = 30;

    public record Point(double votes, double f1) {}

    public String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" role=\"img\">%n<title>F1 of X-ray binaries by votes</title>%n"
                        + "<rect width=\"%1$d\" height=\"%2$d\" fill=\"white\"/>%n",
                LEFT + WIDTH + 120, TOP + HEIGHT + 60));
        double most = byPolicy.stream()
                .flatMap(List::stream)
                .mapToDouble(Point::votes)
                .max()
                .orElse(1);
        for (int tick = 0; tick <= 10; tick += 2) {
            double y = y(tick / 10.0);
            svg.append(format(
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%2$.1f\" stroke=\"#dddddd\"/>%n",
                    LEFT, y, LEFT + WIDTH));
            text(svg, LEFT - 8, y + 4, "end", format("%.1f", tick / 10.0));
            double votes = most * tick / 10;
            text(svg, x(votes, most), TOP + HEIGHT + 18, "middle", format("%.0f", votes));
        }
        text(svg, LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, "middle", "votes cast");
        text(svg, LEFT, TOP - 12, "start", "F1 of X-ray binaries on held-out sources");
        draw(svg, byPolicy, "#0b5fae", most, "asked by policy", 0);
        draw(svg, atRandom, "#b3420c", most, "at random", 1);
        return svg.append("</svg>\n").toString();
    }

    private static void draw(
            StringBuilder svg, List<List<Point>> runs, String colour, double most, String name, int place) {
        runs.forEach(run -> line(svg, run, colour, 1, most));
        List<Point> mean = IntStream.range(0, runs.getFirst().size())
                .mapToObj(round -> new Point(
                        runs.stream()
                                .mapToDouble(run -> run.get(round).votes())
                                .average()
                                .orElseThrow(),
                        runs.stream()
                                .mapToDouble(run -> run.get(round).f1())
                                .average()
                                .orElseThrow()))
                .toList();
        line(svg, mean, colour, 3, most);
        int y = TOP + 20 + 24 * place;
        svg.append(format(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%2$d\" stroke=\"%s\" stroke-width=\"3\"/>%n",
                LEFT + WIDTH + 12, y, LEFT + WIDTH + 32, colour));
        text(svg, LEFT + WIDTH + 36, y + 4, "start", name);
    }

    private static void line(StringBuilder svg, List<Point> points, String colour, int width, double most) {
        svg.append(format(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%d\" stroke-opacity=\"%s\" points=\"",
                colour, width, width > 1 ? "1" : "0.4"));
        points.forEach(point -> svg.append(format("%.1f,%.1f ", x(point.votes(), most), y(point.f1()))));
        svg.append(format("\"/>%n"));
    }

    private static double x(double votes, double most) {
        return LEFT + WIDTH * votes / most;
    }

    private static double y(double f1) {
        return TOP + HEIGHT * (1 - f1);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
