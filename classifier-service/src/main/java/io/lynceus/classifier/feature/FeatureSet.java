package io.lynceus.classifier.feature;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Features that a model may use, and the pairs with joint evidence.
public record FeatureSet(List<FeatureDefinition> features, List<FeaturePair> pairs) {
    public FeatureSet {
        features = List.copyOf(features);
        pairs = List.copyOf(pairs);
        Set<String> names = new HashSet<>();
        for (FeatureDefinition feature : features) {
            if (!names.add(feature.name())) {
                throw new IllegalArgumentException("feature " + feature.name() + " comes twice");
            }
        }
    }

    /// The standard features and pairs.
    public static FeatureSet standard() {
        return new FeatureSet(StandardFeatures.ALL, StandardFeatures.PAIRS);
    }

    /// This set with more features. The pairs, written `first:second`, may combine old and new features.
    public FeatureSet plus(List<FeatureDefinition> more, List<String> morePairs) {
        FeatureSet all =
                new FeatureSet(Stream.concat(features.stream(), more.stream()).toList(), pairs);
        return new FeatureSet(
                all.features,
                Stream.concat(pairs.stream(), all.pairs(morePairs).stream()).toList());
    }

    /// The feature of a wire name; refuses an unknown name.
    public FeatureDefinition named(String name) {
        return features.stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown feature: " + name));
    }

    public List<FeatureDefinition> named(List<String> names) {
        return names.stream().map(this::named).toList();
    }

    /// Pairs written `first:second`.
    public List<FeaturePair> pairs(List<String> written) {
        return written.stream()
                .map(pair -> pair.split(":", -1))
                .map(pair -> {
                    if (pair.length != 2) {
                        throw new IllegalArgumentException("a pair is first:second, not " + String.join(":", pair));
                    }
                    return new FeaturePair(named(pair[0]), named(pair[1]));
                })
                .toList();
    }

    /// The given standard features, and every feature that is not a standard one.
    public List<FeatureDefinition> suiting(List<FeatureDefinition> standard) {
        return features.stream()
                .filter(feature -> standard.contains(feature) || !StandardFeatures.ALL.contains(feature))
                .toList();
    }
}
