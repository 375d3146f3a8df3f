package io.lynceus.classifier.files.report;

import io.lynceus.classifier.evaluation.EvaluationReport.OutlierSpread;
import io.lynceus.classifier.files.report.Plot.Range;
import java.util.List;
import java.util.stream.IntStream;

/// How many sources of each class are at least so unusual.
final class OutlierPlot {
    private OutlierPlot() {}

    static String html(List<OutlierSpread> spreads) {
        List<OutlierSpread> filled =
                spreads.stream().filter(spread -> spread.sources() > 0).toList();
        double low = filled.stream()
                .mapToDouble(spread -> spread.quantiles().getFirst())
                .min()
                .orElse(0);
        double high = filled.stream()
                .mapToDouble(spread -> spread.quantiles().getLast())
                .max()
                .orElse(1);
        Plot plot = new Plot(
                "Share of each class above an outlier measure",
                new Range(low, Math.max(high, low + 1e-9), "outlier measure [dex]"),
                new Range(0, 1, "share at least as unusual"),
                true);
        for (int i = 0; i < filled.size(); i++) {
            List<Double> quantiles = filled.get(i).quantiles();
            plot.line(
                    i,
                    quantiles.stream().mapToDouble(Double::doubleValue).toArray(),
                    IntStream.range(0, quantiles.size())
                            .mapToDouble(step -> 1 - step / (quantiles.size() - 1.0))
                            .toArray());
        }
        return "<figure>" + plot.svg() + "<figcaption>"
                + Markup.legend(filled.stream()
                        .map(spread -> spread.sourceClass() + " (" + spread.sources() + ")")
                        .toList())
                + "</figcaption></figure>\n";
    }
}
