package io.lynceus.classifier.files.report;

import io.lynceus.classifier.files.report.Plot.Range;
import io.lynceus.classifier.model.DensityCurves;
import io.lynceus.classifier.model.Model;
import java.util.List;
import java.util.stream.Collectors;

/// One plot per feature with the density of every class.
final class DensityPlots {
    private DensityPlots() {}

    static String html(Model model) {
        return DensityCurves.of(model).stream()
                .map(DensityPlots::figure)
                .collect(Collectors.joining("", "<div class=\"plots\">", "</div>\n"));
    }

    private static String figure(DensityCurves curves) {
        double highest = curves.densities().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        String unit = curves.feature().unit();
        Plot plot = new Plot(
                "Density of " + curves.feature().name() + " in every class",
                new Range(
                        curves.grid().getFirst(),
                        curves.grid().getLast(),
                        curves.feature().name() + (unit.isEmpty() ? "" : " [" + unit + "]")),
                new Range(0, 1.05, "density"),
                false);
        for (int c = 0; c < curves.densities().size(); c++) {
            plot.line(
                    c,
                    curves.grid().stream().mapToDouble(Double::doubleValue).toArray(),
                    curves.densities().get(c).stream()
                            .mapToDouble(density -> density / highest)
                            .toArray());
        }
        return "<figure>" + plot.svg() + "</figure>\n";
    }
}
