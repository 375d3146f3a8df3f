package io.lynceus.classifier.fitting;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;

/// Options of a fit, resolved for one table: classes, features, rule, folds and seed.
///
/// @param innerFolds sky-grouped folds on which the weights are chosen, at least 2
/// @param seed of the inner folds and of the weight search
public record FitOptions(Taxonomy taxonomy, List<FeatureDefinition> features, FitRule rule, int innerFolds, long seed) {
    public FitOptions {
        features = List.copyOf(features);
        if (innerFolds < 2) {
            throw new IllegalArgumentException("weights need at least 2 inner folds, not " + innerFolds);
        }
    }

    public List<String> featureNames() {
        return features.stream().map(FeatureDefinition::name).toList();
    }
}
