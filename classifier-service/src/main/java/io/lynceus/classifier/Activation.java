package io.lynceus.classifier;

import io.lynceus.classifier.model.ModelId;
import java.util.List;

/// A numbered decision on which models classify. Results of a later activation replace those of an earlier one.
///
/// @param number counts from 1
/// @param models in order: the first model that serves a detection's mission classifies it
public record Activation(long number, List<ModelId> models) {
    public Activation {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("an activation needs at least one model");
        }
    }
}
