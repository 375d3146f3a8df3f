package io.lynceus.classifier.fitting;

import io.lynceus.classifier.model.NaiveBayesRule;

/// Weights of paper mode that a search found, and their scores on the rows they were chosen by.
///
/// Densities never judge rows they were learned from, but the weights were chosen on all of them. An `Evaluation`
/// gives scores on other sources.
///
/// @param objective value that was maximised, in [0, 1]
/// @param matrix confusions of the rows, each under densities from other folds
public record TuningReport(NaiveBayesRule rule, double objective, ConfusionMatrix matrix) {}
