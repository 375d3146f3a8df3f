package io.lynceus.feature.features;

import io.lynceus.feature.epoch.Measurement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The features of a source after all its epochs, missing ones included.
///
/// @param features in the order of [FeatureDefinition#all]
/// @param spectrumMission mission of the epoch that gave the flux and the hardness ratios, whose bands they
///     refer to
/// @param epochCount number of epochs behind the features, >= 1
public record FeatureVector(List<Feature> features, String spectrumMission, int epochCount) {
    public FeatureVector {
        features = List.copyOf(features);
        if (!(epochCount >= 1)) {
            throw new IllegalArgumentException("features need at least one epoch: " + epochCount);
        }
    }

    /// Why a feature is missing; empty where it is not, or unknown here.
    public Optional<Absence> absence(String name) {
        return features.stream()
                .filter(feature -> feature.definition().name().equals(name))
                .findFirst()
                .flatMap(Feature::absence);
    }

    /// The value of a feature by its wire name; empty where it is missing or unknown here.
    public OptionalDouble value(String name) {
        return features.stream()
                .filter(feature -> feature.definition().name().equals(name))
                .flatMap(feature -> feature.measurement().stream())
                .mapToDouble(Measurement::value)
                .findFirst();
    }
}
