package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;
import java.util.List;

/// How a model turns the features of a source into one score per class: a sum of parts, each of them evidence.
///
/// ln score(c) = ln prior(c) + calibration(c) + the sum over the parts of their ln evidence for c.
public sealed interface ScoringRule permits NaiveBayes, WeightedEvidence {
    /// Name in documents and options.
    String wireName();

    /// The features a source is asked for, each once.
    List<FeatureDefinition> features();

    /// What the evidence is made of, in the order of the `Scorer`'s answer.
    List<EvidencePart> parts();

    /// Ln evidence by class that every source gets, whatever it is; zeros for a rule without calibration.
    List<Double> calibration();

    /// Number of classes told apart.
    int classes();
}
