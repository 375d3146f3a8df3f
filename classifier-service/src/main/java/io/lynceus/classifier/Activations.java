package io.lynceus.classifier;

import io.lynceus.classifier.model.ModelId;
import java.util.List;
import java.util.Optional;

/// Which models classify, as decided for all instances.
///
/// 1. Numbers grow: an activation has a larger number than all before it.
/// 2. The first activation has nothing to reclassify.
/// 3. The previous activation is the latest one with other models than the current one.
/// 4. Configuring the same models again changes nothing. A person's later decision outlives restarts.
public interface Activations {
    /// The activation in force.
    Activation current();

    /// Activates the configured models, if they differ from those configured last.
    Activation configure(List<ModelId> models);

    /// Activates the models that a person chose.
    Activation activate(List<ModelId> models);

    /// The previous activation; empty if no other models were ever active.
    Optional<Activation> previous();

    /// State of an activation; empty if there is none of this number.
    Optional<ActivationState> state(long number);

    /// Records that all earlier detections are reclassified under an activation.
    void reclassified(long number);
}
