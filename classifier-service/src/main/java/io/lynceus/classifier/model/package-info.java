/// Fitted models: classes, priors, class densities, category weights, and where a model came from.
///
/// Start at [Model]. Its [ScoringRule] is one of two: [NaiveBayes] (paper mode) or [WeightedEvidence] (modern mode).
@NullMarked
package io.lynceus.classifier.model;

import org.jspecify.annotations.NullMarked;
