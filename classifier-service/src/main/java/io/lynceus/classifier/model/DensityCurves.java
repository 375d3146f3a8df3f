package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Densities of one feature in every class, for plots.
///
/// @param grid values of the feature, ascending
/// @param densities p(value | class) by class and grid value, of one feature in a unit of its own
/// @param folded whether a value counts as its absolute value
public record DensityCurves(
        FeatureDefinition feature, List<Double> grid, List<List<Double>> densities, boolean folded) {
    public DensityCurves {
        grid = List.copyOf(grid);
        densities = densities.stream().map(List::copyOf).toList();
    }

    /// Curves of every feature with evidence of its own, in the model's order.
    public static List<DensityCurves> of(Model model) {
        return switch (model.rule()) {
            case NaiveBayes bayes ->
                bayes.likelihoods().stream().map(DensityCurves::of).toList();
            case WeightedEvidence weighted ->
                weighted.terms().stream()
                        .filter(term -> term.axes().size() == 1)
                        .map(DensityCurves::of)
                        .toList();
        };
    }

    private static DensityCurves of(EvidenceTerm term) {
        FeatureAxis axis = term.axes().getFirst();
        return new DensityCurves(
                axis.feature(),
                grid(axis.low(), axis.high(), axis.points()),
                term.lnRatios().stream()
                        .map(ratios -> IntStream.range(0, axis.points())
                                .mapToObj(point -> Math.exp(
                                        ratios.get(point) + term.lnPool().get(point)))
                                .toList())
                        .toList(),
                axis.folded());
    }

    private static DensityCurves of(FeatureLikelihood likelihood) {
        LikelihoodDensity first = likelihood.densities().getFirst();
        int entries = first.densities().size();
        boolean flat = entries == 1;
        double half =
                switch (first.shape()) {
                    case CURVE -> 0;
                    case HISTOGRAM -> flat ? 0 : (first.high() - first.low()) / entries / 2;
                };
        return new DensityCurves(
                likelihood.feature(),
                grid(first.low() + half, first.high() - half, flat ? 2 : entries),
                likelihood.densities().stream()
                        .map(LikelihoodDensity::densities)
                        .map(densities -> flat
                                ? Stream.concat(densities.stream(), densities.stream())
                                        .toList()
                                : densities)
                        .toList(),
                false);
    }

    private static List<Double> grid(double low, double high, int points) {
        return DoubleStream.iterate(0, point -> point < points, point -> point + 1)
                .map(point -> low + (high - low) * point / (points - 1))
                .boxed()
                .toList();
    }
}
