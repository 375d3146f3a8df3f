package io.lynceus.classifier.scoring;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.model.EvidenceTerm;
import io.lynceus.classifier.model.FeatureAxis;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Plain scorer: the formula for one source, part and class at a time. The fast scorers must agree with it.
public record ReferenceScorer(Model model) implements Scorer {
    @Override
    public double[] evidence(double[] values, BitSet uncovered) {
        List<FeatureDefinition> features = model.features();
        int classes = model.taxonomy().size();
        int parts = model.rule().parts().size();
        int rows = values.length / features.size();
        double[] evidence = new double[rows * (1 + parts) * classes];
        for (int row = 0; row < rows; row++) {
            int from = row * features.size();
            double[] source = java.util.Arrays.copyOfRange(values, from, from + features.size());
            BitSet unlooked = uncovered.get(from, from + features.size());
            for (int c = 0; c < classes; c++) {
                int at = row * (1 + parts) * classes + c;
                evidence[at] = Math.log(model.prior().probabilities().get(c))
                        + model.rule().calibration().get(c);
                for (double part : parts(c, source, unlooked)) {
                    at += classes;
                    evidence[at] = part;
                }
            }
        }
        return evidence;
    }

    /// Evidence of every part for one class, in their order.
    private List<Double> parts(int sourceClass, double[] source, BitSet uncovered) {
        return switch (model.rule()) {
            case NaiveBayes bayes ->
                IntStream.range(0, bayes.likelihoods().size())
                        .mapToObj(feature -> ofFeature(bayes, feature, sourceClass, source))
                        .toList();
            case WeightedEvidence weighted ->
                weighted.terms().stream()
                        .flatMap(term -> ofTerm(term, sourceClass, source, uncovered).stream())
                        .toList();
        };
    }

    @Override
    public double[] scores(double[] values, BitSet uncovered) {
        return Scorer.sums(
                evidence(values, uncovered),
                model.rule().parts().size(),
                model.taxonomy().size());
    }

    private static double ofFeature(NaiveBayes bayes, int feature, int sourceClass, double[] source) {
        int present = 0;
        for (double value : source) {
            present += Double.isNaN(value) ? 0 : 1;
        }
        FeatureLikelihood likelihood = bayes.likelihoods().get(feature);
        double share = likelihood.presentShares().get(sourceClass);
        double value = source[feature];
        return bayes.rule().exponent(likelihood.feature().category(), present, source.length - present)
                * (Double.isNaN(value)
                        ? bayes.rule().lnMissing(share)
                        : likelihood.densities().get(sourceClass).lnDensity(value)
                                + bayes.rule().lnPresent(share));
    }

    private List<Double> ofTerm(EvidenceTerm term, int sourceClass, double[] source, BitSet uncovered) {
        int[] columns = term.axes().stream()
                .mapToInt(axis -> model.features().indexOf(axis.feature()))
                .toArray();
        double[] values = java.util.Arrays.stream(columns)
                .mapToDouble(column -> source[column])
                .toArray();
        boolean measured = java.util.Arrays.stream(values).noneMatch(Double::isNaN);
        double ofValues = measured ? term.weights().get(sourceClass) * lnRatio(term, sourceClass, values) : 0;
        return Stream.concat(
                        Stream.of(ofValues),
                        term.presence().stream()
                                .map(presence -> measured || !uncovered.get(columns[0])
                                        ? presence.weights().get(sourceClass) * presence.lnRatios(measured)[sourceClass]
                                        : 0))
                .toList();
    }

    private static double lnRatio(EvidenceTerm term, int sourceClass, double[] values) {
        List<Double> table = term.lnRatios().get(sourceClass);
        FeatureAxis rows = term.axes().getFirst();
        if (values.length == 1) {
            return between(rows.place(values[0]), table::get);
        }
        FeatureAxis columns = term.axes().getLast();
        return between(
                rows.place(values[0]),
                row -> between(columns.place(values[1]), column -> table.get(row * columns.points() + column)));
    }

    /// Linear interpolation at a place of a table.
    private static double between(double place, java.util.function.IntToDoubleFunction table) {
        int left = (int) Math.floor(place);
        double right = place - left;
        return right == 0
                ? table.applyAsDouble(left)
                : table.applyAsDouble(left) * (1 - right) + table.applyAsDouble(left + 1) * right;
    }
}
