package io.lynceus.classifier;

import io.lynceus.classifier.scoring.Classification;
import io.lynceus.classifier.scoring.Classifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The active models. A detection goes to the first model that serves the mission whose bands its features refer to.
/// If there is none, it goes to the first model that serves its own mission.
public final class ActiveModels {
    private final ModelCatalogue catalogue;
    private final Activations activations;

    public ActiveModels(ModelCatalogue catalogue, Activations activations) {
        this.catalogue = catalogue;
        this.activations = activations;
    }

    /// A detection's classification under an activation.
    public record CurrentClassification(long activation, Classification classification) {}

    /// One result per detection, in order; empty where no active model serves its mission.
    ///
    /// All detections of a call are classified under one activation, in one batch per model.
    ///
    /// @throws ModelNotFound if the activation names a model that the catalogue lacks
    public List<Optional<CurrentClassification>> classify(List<ClassifiableDetection> detections) {
        Activation activation = activations.current();
        List<Classifier> classifiers = activation.models().stream()
                .map(id -> catalogue.classifier(id).orElseThrow(() -> new ModelNotFound(id)))
                .toList();
        Map<Classifier, List<Integer>> placesOfModel = new HashMap<>();
        for (int i = 0; i < detections.size(); i++) {
            ClassifiableDetection detection = detections.get(i);
            int place = i;
            serving(classifiers, detection.bandsMission())
                    .or(() -> serving(classifiers, detection.mission()))
                    .ifPresent(classifier -> placesOfModel
                            .computeIfAbsent(classifier, key -> new ArrayList<>())
                            .add(place));
        }
        List<Optional<CurrentClassification>> classified = new ArrayList<>();
        detections.forEach(detection -> classified.add(Optional.empty()));
        placesOfModel.forEach((classifier, places) -> {
            List<Classification> classifications = classifier.classify(places.stream()
                    .map(place -> detections.get(place).features())
                    .toList());
            for (int i = 0; i < places.size(); i++) {
                classified.set(
                        places.get(i),
                        Optional.of(new CurrentClassification(activation.number(), classifications.get(i))));
            }
        });
        return classified;
    }

    private static Optional<Classifier> serving(List<Classifier> classifiers, String mission) {
        return classifiers.stream()
                .filter(classifier -> classifier.model().serves(mission))
                .findFirst();
    }
}
