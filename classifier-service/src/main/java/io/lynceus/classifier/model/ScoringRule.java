package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;
import java.util.List;

/// Rule of a model that turns a source's features into one score per class: a sum of evidence parts.
///
/// ln score(c) = ln prior(c) + calibration(c) + the sum over the parts of their ln evidence for c.
public sealed interface ScoringRule permits NaiveBayes, WeightedEvidence {
    /// Name in documents and options.
    String wireName();

    /// Features that the rule needs, each once.
    List<FeatureDefinition> features();

    /// What the evidence is made of, in the order of the `Scorer`'s answer.
    List<EvidencePart> parts();

    /// Ln evidence by class that every source gets, whatever it is; zeros for a rule without calibration.
    List<Double> calibration();

    /// Number of classes.
    int classes();
}
