package io.lynceus.standalone.training;

import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.features.Absence;
import io.lynceus.feature.features.Feature;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.feature.features.FeatureVector;
import io.lynceus.sky.SkyPosition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A source whose class is known, with its features.
///
/// @param name for people
/// @param sourceClass as the sample names it, inside a model's taxonomy or not
/// @param origin who assigned the class
/// @param signalToNoise the highest of its detections; 0 where none is known
public record LabelledSource(
        String name,
        String sourceClass,
        SkyPosition position,
        double signalToNoise,
        FeatureVector features,
        String origin) {
    /// A source with the features and the highest signal-to-noise ratio of their epochs.
    static LabelledSource of(
            String name, String sourceClass, List<Epoch> epochs, FeatureExtractor extractor, String origin) {
        return new LabelledSource(
                name,
                sourceClass,
                epochs.getFirst().position(),
                epochs.stream()
                        .mapToDouble(epoch -> epoch.signalToNoise().orElse(0))
                        .max()
                        .orElse(0),
                extractor.features(epochs),
                origin);
    }

    /// Its features as a classifier takes them.
    public io.lynceus.classifier.feature.FeatureVector classifiable() {
        Map<String, Double> values = new HashMap<>();
        Set<String> uncovered = new HashSet<>();
        for (Feature feature : features.features()) {
            feature.measurement()
                    .ifPresent(measured -> values.put(feature.definition().name(), measured.value()));
            feature.absence()
                    .filter(Absence.NO_COVERAGE::equals)
                    .ifPresent(absence -> uncovered.add(feature.definition().name()));
        }
        return new io.lynceus.classifier.feature.FeatureVector(values, uncovered);
    }

    boolean has(String feature) {
        return features.value(feature).isPresent();
    }
}
