package io.lynceus.classifier.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One feature's evidence, or the joint evidence of two: how much denser a class is at the values than the mean
/// class.
///
/// ln evidence(c) = w_c ln [ p(x | c) / p(x) ] where every feature of the term is measured, p(x) the mean of p(x |
/// c) over the classes, and 0 where one is missing; plus the evidence of [Presence], measured or not.
///
/// @param axes of one feature or of two
/// @param lnRatios ln [p(x | c) / p(x)] by class at the grid points, the second axis running fastest; [nat]
/// @param lnPool ln p(x) at the grid points, x in units of each axis' spread; [nat]
/// @param weights w by class, >= 0: weight of the term for a class; other terms carry part of the same evidence
public record EvidenceTerm(
        List<FeatureAxis> axes,
        List<List<Double>> lnRatios,
        List<Double> lnPool,
        List<Double> weights,
        Optional<Presence> presence) {
    public EvidenceTerm {
        axes = List.copyOf(axes);
        lnRatios = lnRatios.stream().map(List::copyOf).toList();
        lnPool = List.copyOf(lnPool);
        weights = List.copyOf(weights);
        if (axes.isEmpty() || axes.size() > 2) {
            throw new IllegalArgumentException("evidence is of one feature or of two, not of " + axes.size());
        }
        int points = axes.stream().mapToInt(FeatureAxis::points).reduce(1, (a, b) -> a * b);
        String name = name(axes);
        if (lnPool.size() != points || lnRatios.stream().anyMatch(table -> table.size() != points)) {
            throw new IllegalArgumentException("a table of %s has not %d entries".formatted(name, points));
        }
        requireWeights(name, weights, lnRatios.size());
        if (presence.isPresent() && presence.get().shares().size() != lnRatios.size()) {
            throw new IllegalArgumentException("%s has shares of %d classes, not %d"
                    .formatted(name, presence.get().shares().size(), lnRatios.size()));
        }
    }

    /// Evidence of a feature's being measured at all: a missing counterpart is evidence too.
    ///
    /// ln evidence(c) = w_c (ln q_c - mean over the classes) where it is measured, the same of 1 - q_c where not.
    ///
    /// @param shares q by class: smoothed share of the class's sources that have the feature, in (0, 1)
    /// @param weights w by class, >= 0
    public record Presence(List<Double> shares, List<Double> weights) {
        public Presence {
            shares = List.copyOf(shares);
            weights = List.copyOf(weights);
            for (double share : shares) {
                if (!(share > 0 && share < 1)) {
                    throw new IllegalArgumentException("share of sources must lie in (0, 1): " + share);
                }
            }
            requireWeights("presence", weights, shares.size());
        }

        /// Unweighted ln evidence by class.
        public double[] lnRatios(boolean measured) {
            return centred(shares.stream()
                    .mapToDouble(share -> measured ? Math.log(share) : Math.log1p(-share))
                    .toArray());
        }

        private static double[] centred(double[] terms) {
            double mean = java.util.Arrays.stream(terms).average().orElse(0);
            return java.util.Arrays.stream(terms).map(term -> term - mean).toArray();
        }
    }

    /// Part of the score for its values.
    public EvidencePart part() {
        return EvidencePart.of(axes.stream().map(FeatureAxis::feature).toList());
    }

    /// Part for its values, then the part for its presence if there is one.
    List<EvidencePart> parts() {
        return Stream.concat(
                        Stream.of(part()),
                        presence.stream()
                                .map(any ->
                                        EvidencePart.ofPresence(axes.getFirst().feature())))
                .toList();
    }

    public int classes() {
        return lnRatios.size();
    }

    private static String name(List<FeatureAxis> axes) {
        return EvidencePart.of(axes.stream().map(FeatureAxis::feature).toList()).name();
    }

    private static void requireWeights(String name, List<Double> weights, int classes) {
        if (weights.size() != classes) {
            throw new IllegalArgumentException(
                    "%s has %d weights for %d classes".formatted(name, weights.size(), classes));
        }
        for (double weight : weights) {
            if (!(weight >= 0) || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("weight of " + name + " must be >= 0: " + weight);
            }
        }
    }
}
