package io.lynceus.classifier.fitting;

import io.lynceus.classifier.model.NaiveBayesRule;

/// Weights of paper mode that a search found, and what they reach on the rows they were chosen by.
///
/// No row is judged by densities that have seen it, but the weights have seen them all: what they are worth on other
/// sources, an `Evaluation` tells.
///
/// @param objective value that was maximised, in [0, 1]
/// @param matrix confusions of the rows, each under densities from other folds
public record TuningReport(NaiveBayesRule rule, double objective, ConfusionMatrix matrix) {}
