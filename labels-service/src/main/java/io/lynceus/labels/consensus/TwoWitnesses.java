package io.lynceus.labels.consensus;

import java.util.Arrays;

/// The crowd and the classifier as two witnesses, independent of each other given the class:
///
/// `P(c | votes, features) ∝ P(c | features) · P(votes | c)`, with `P(votes | c) ∝ P(c | votes) / P(c)`,
///
/// where `P(c)` are the class proportions that the crowd's posterior has in it. They are divided out, so the only prior
/// that counts is the classifier's, which is in `P(c | features)`: the sources that people are asked about are chosen
/// by the features, and given them the choice says nothing of the class. Either is made as sure as it should be:
/// `P(votes | c)` is raised to one over the crowd's [Temperature], `P(c | features)` to one over the classifier's.
///
/// Volunteers look at what the classifier looks at, so the two are not quite independent where a source is deceptive:
/// the combination is too sure there.
///
/// Source: Pearl 1988, Probabilistic Reasoning in Intelligent Systems, section 2.1.2, for independent evidence; Guo et
/// al. 2017, Proc. 34th ICML, 1321, for temperatures.
///
/// @param shares class proportions in the crowd's posterior ([RunningCrowd#classShares]), each > 0
/// @param crowd temperature of what the votes say
/// @param model temperature of what the classifier says
public record TwoWitnesses(double[] shares, Temperature crowd, Temperature model) {
    /// Least probability of a class, even if a witness calls it impossible [probability].
    private static final double SMALLEST = 1e-12;

    /// The classifier's posterior as sure as it should be, over all classes. It is no witness to the classes that
    /// it does not know: together they keep their share.
    ///
    /// @param posterior by class, NaN for classes that the classifier does not know
    public double[] classifier(double[] posterior) {
        double known = 0;
        double sum = 0;
        double[] weights = new double[shares.length];
        for (int c = 0; c < weights.length; c++) {
            if (!Double.isNaN(posterior[c])) {
                weights[c] = Math.pow(Math.max(SMALLEST, posterior[c]), 1 / model.value());
                sum += weights[c];
                known += shares[c];
            }
        }
        for (int c = 0; c < weights.length; c++) {
            weights[c] = Double.isNaN(posterior[c]) ? shares[c] : known * weights[c] / sum;
        }
        return weights;
    }

    /// What the votes say for each class, however common it is: `P(votes | c)` up to a factor, 1 for the class that
    /// they speak for most.
    ///
    /// @param votes the crowd's posterior, not tempered
    public double[] likelihood(double[] votes) {
        double[] lnLikelihood = new double[shares.length];
        for (int c = 0; c < shares.length; c++) {
            lnLikelihood[c] = Math.log(Math.max(SMALLEST, votes[c]) / shares[c]) / crowd.value();
        }
        double largest = Arrays.stream(lnLikelihood).max().orElseThrow();
        return Arrays.stream(lnLikelihood).map(ln -> Math.exp(ln - largest)).toArray();
    }

    /// Both together.
    ///
    /// @param votes the crowd's posterior, not tempered
    /// @param classifier as [#classifier] gives it
    public double[] combined(double[] votes, double[] classifier) {
        double[] weights = likelihood(votes);
        for (int c = 0; c < weights.length; c++) {
            weights[c] *= Math.max(SMALLEST, classifier[c]);
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
