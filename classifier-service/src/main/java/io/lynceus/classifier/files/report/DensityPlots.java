package io.lynceus.classifier.files.report;

import io.lynceus.classifier.EvidenceTerm;
import io.lynceus.classifier.FeatureAxis;
import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.FeatureLikelihood;
import io.lynceus.classifier.LikelihoodDensity;
import io.lynceus.classifier.Model;
import io.lynceus.classifier.NaiveBayes;
import io.lynceus.classifier.WeightedEvidence;
import io.lynceus.classifier.files.report.Plot.Range;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One plot per feature with the density of every class.
final class DensityPlots {
    private DensityPlots() {}

    /// Densities of one feature at grid points, by class.
    private record Curves(FeatureDefinition feature, double[] grid, List<double[]> densities) {}

    static String html(Model model) {
        Stream<Curves> curves =
                switch (model.rule()) {
                    case NaiveBayes bayes -> bayes.likelihoods().stream().map(DensityPlots::curves);
                    case WeightedEvidence weighted ->
                        weighted.terms().stream()
                                .filter(term -> term.axes().size() == 1)
                                .map(DensityPlots::curves);
                };
        return curves.map(DensityPlots::figure).collect(Collectors.joining("", "<div class=\"plots\">", "</div>\n"));
    }

    private static Curves curves(EvidenceTerm term) {
        FeatureAxis axis = term.axes().getFirst();
        return new Curves(
                axis.feature(),
                grid(axis.low(), axis.high(), axis.points()),
                term.lnRatios().stream()
                        .map(ratios -> IntStream.range(0, axis.points())
                                .mapToDouble(point -> Math.exp(
                                        ratios.get(point) + term.lnPool().get(point)))
                                .toArray())
                        .toList());
    }

    private static Curves curves(FeatureLikelihood likelihood) {
        LikelihoodDensity first = likelihood.densities().getFirst();
        int entries = first.densities().size();
        double half =
                switch (first.shape()) {
                    case CURVE -> 0;
                    case HISTOGRAM -> (first.high() - first.low()) / entries / 2;
                };
        return new Curves(
                likelihood.feature(),
                entries > 1
                        ? grid(first.low() + half, first.high() - half, entries)
                        : new double[] {first.low(), first.high()},
                likelihood.densities().stream()
                        .map(density -> density.densities().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .map(densities -> entries > 1 ? densities : new double[] {densities[0], densities[0]})
                        .toList());
    }

    private static double[] grid(double low, double high, int points) {
        return IntStream.range(0, points)
                .mapToDouble(point -> low + (high - low) * point / (points - 1))
                .toArray();
    }

    private static String figure(Curves curves) {
        double highest = curves.densities().stream()
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElse(1);
        String unit = curves.feature().unit();
        Plot plot = new Plot(
                "Density of " + curves.feature().name() + " in every class",
                new Range(
                        curves.grid()[0],
                        curves.grid()[curves.grid().length - 1],
                        curves.feature().name() + (unit.isEmpty() ? "" : " [" + unit + "]")),
                new Range(0, 1.05, "density"),
                false);
        for (int c = 0; c < curves.densities().size(); c++) {
            plot.line(
                    c,
                    curves.grid(),
                    Arrays.stream(curves.densities().get(c))
                            .map(density -> density / highest)
                            .toArray());
        }
        return "<figure>" + plot.svg() + "</figure>\n";
    }
}
