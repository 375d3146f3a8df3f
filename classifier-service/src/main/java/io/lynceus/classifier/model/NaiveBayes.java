package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Paper mode: the product of every feature's density, each category to a power of its own.
///
/// Source: Tranin et al. (2022), A&A 657, A138.
public record NaiveBayes(NaiveBayesRule rule, List<FeatureLikelihood> likelihoods) implements ScoringRule {
    public NaiveBayes {
        likelihoods = List.copyOf(likelihoods);
        if (likelihoods.isEmpty()) {
            throw new IllegalArgumentException("a model without features");
        }
        int classes = likelihoods.getFirst().densities().size();
        Set<String> seen = new HashSet<>();
        for (FeatureLikelihood likelihood : likelihoods) {
            String name = likelihood.feature().name();
            if (likelihood.densities().size() != classes) {
                throw new IllegalArgumentException("feature %s has %d densities for %d classes"
                        .formatted(name, likelihood.densities().size(), classes));
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("feature " + name + " comes twice");
            }
        }
    }

    @Override
    public String wireName() {
        return rule.wireName();
    }

    @Override
    public List<FeatureDefinition> features() {
        return likelihoods.stream().map(FeatureLikelihood::feature).toList();
    }

    @Override
    public List<EvidencePart> parts() {
        return features().stream()
                .map(feature -> EvidencePart.of(List.of(feature)))
                .toList();
    }

    @Override
    public List<Double> calibration() {
        return Collections.nCopies(classes(), 0.0);
    }

    @Override
    public int classes() {
        return likelihoods.getFirst().densities().size();
    }
}
