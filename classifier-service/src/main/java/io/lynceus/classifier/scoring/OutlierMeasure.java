package io.lynceus.classifier.scoring;

import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Typicality;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Outlier measure of a source: -log10 of the largest unnormalised class score, prior included.
public sealed interface OutlierMeasure {
    /// Measure of one source [dex].
    ///
    /// @param values double[rows * features], NaN = missing
    /// @param from where the source's values start
    /// @param scores its ln unnormalised class scores
    double measure(double[] values, int from, double[] scores);

    /// Share of held-out sources of the class that are at least as unusual; empty where the model does not know.
    OptionalDouble falseAlarm(int sourceClass, double measure);

    static OutlierMeasure of(Model model) {
        return switch (model.rule()) {
            case NaiveBayes ignored -> new OfScores();
            case WeightedEvidence weighted ->
                new OfDensities(
                        new EvidenceTables(weighted.terms(), weighted.features()),
                        model.prior(),
                        weighted.typicality());
        };
    }

    /// Measures of many sources under a model, one per row [dex].
    ///
    /// @param values double[rows * features], row-major, NaN = missing
    static double[] measures(Model model, double[] values) {
        int classes = model.taxonomy().size();
        int features = model.features().size();
        OutlierMeasure outliers = of(model);
        double[] scores = Scorer.of(model).scores(values);
        return IntStream.range(0, values.length / features)
                .mapToDouble(row -> outliers.measure(
                        values, row * features, Arrays.copyOfRange(scores, row * classes, (row + 1) * classes)))
                .toArray();
    }

    /// In paper mode the scores are products of densities already.
    record OfScores() implements OutlierMeasure {
        @Override
        public double measure(double[] values, int from, double[] scores) {
            return -scores[LogProbabilities.indexOfLargest(scores)] / Math.log(10);
        }

        @Override
        public OptionalDouble falseAlarm(int sourceClass, double measure) {
            return OptionalDouble.empty();
        }
    }

    /// The scores of weighted evidence are ratios; its measure comes from the densities behind them ([Typicality]).
    record OfDensities(EvidenceTables tables, Prior prior, Typicality typicality) implements OutlierMeasure {
        @Override
        public double measure(double[] values, int from, double[] scores) {
            double[] sums = new double[tables.classes()];
            double[] read = new double[tables.classes() + 1];
            int measured = 0;
            for (int t = 0; t < tables.terms(); t++) {
                if (tables.single(t) && tables.measured(t, values, from)) {
                    measured++;
                    tables.read(t, values, from, read);
                    for (int c = 0; c < sums.length; c++) {
                        sums[c] += read[c] + read[sums.length];
                    }
                }
            }
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < sums.length; c++) {
                double lnPrior = Math.log(prior.probabilities().get(c));
                largest = Math.max(largest, lnPrior + sums[c] / Math.max(1, measured));
            }
            return -largest / Math.log(10);
        }

        @Override
        public OptionalDouble falseAlarm(int sourceClass, double measure) {
            return OptionalDouble.of(typicality.falseAlarm(sourceClass, measure));
        }
    }
}
