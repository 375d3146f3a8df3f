package io.lynceus.classifier.model;

import java.util.List;

/// Spread of the outlier measure in each class, the scale for outliers.
///
/// The measure is -log10 of the largest unnormalised class score with the features' densities averaged in the
/// logarithm, max over c of pi_c (product of p(x_f | c))^(1/n) over the n measured features, so that it does not
/// grow with their number. x_f is in units of its axis' spread.
///
/// @param quantiles by class: the measure of held-out sources of the class at evenly spaced quantiles, ascending
///     [dex]
public record Typicality(List<List<Double>> quantiles) {
    /// For a model that is being fitted.
    public static final Typicality UNKNOWN = new Typicality(List.of());

    public Typicality {
        quantiles = quantiles.stream().map(List::copyOf).toList();
        for (List<Double> ofClass : quantiles) {
            for (int i = 1; i < ofClass.size(); i++) {
                if (!(ofClass.get(i - 1) <= ofClass.get(i))) {
                    throw new IllegalArgumentException("quantiles of an outlier measure must ascend: " + ofClass);
                }
            }
        }
    }

    /// Share of held-out sources of a class that are at least as unusual, in (0, 1]: the false alarms at this
    /// measure.
    ///
    /// Never below 1 / (number of quantiles + 1), the resolution of the sample.
    public double falseAlarm(int sourceClass, double measure) {
        List<Double> ofClass = quantiles.get(sourceClass);
        long asUnusual =
                ofClass.stream().filter(quantile -> quantile >= measure).count();
        return (1.0 + asUnusual) / (1.0 + ofClass.size());
    }
}
