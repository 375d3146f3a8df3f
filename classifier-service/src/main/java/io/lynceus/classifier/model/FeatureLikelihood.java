package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;
import java.util.List;

/// Likelihood of one feature: per class its density, and the smoothed share of sources that have it.
///
/// Both lists follow the taxonomy. All densities share one grid. A share lies in (0, 1).
public record FeatureLikelihood(
        FeatureDefinition feature, List<LikelihoodDensity> densities, List<Double> presentShares) {
    public FeatureLikelihood {
        densities = List.copyOf(densities);
        presentShares = List.copyOf(presentShares);
        if (densities.size() != presentShares.size() || densities.isEmpty()) {
            throw new IllegalArgumentException("%s has %d densities and %d shares"
                    .formatted(feature.name(), densities.size(), presentShares.size()));
        }
        LikelihoodDensity first = densities.getFirst();
        for (LikelihoodDensity density : densities) {
            if (density.shape() != first.shape()
                    || density.low() != first.low()
                    || density.high() != first.high()
                    || density.densities().size() != first.densities().size()) {
                throw new IllegalArgumentException("densities of " + feature.name() + " are on different grids");
            }
        }
        for (double share : presentShares) {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException(
                        "share of sources with " + feature.name() + " must lie in (0, 1): " + share);
            }
        }
    }
}
