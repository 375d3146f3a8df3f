package io.lynceus.classifier;

import io.lynceus.classifier.model.ModelId;
import java.util.List;
import java.util.Optional;

/// Which models classify, as decided for all instances.
///
/// 1. Numbers grow: an activation has a larger number than all before it.
/// 2. The first has nothing to classify anew.
/// 3. What was in force before is the latest activation of other models than those in force.
/// 4. Asking for what is configured already changes nothing; a later decision by a person outlives restarts.
public interface Activations {
    /// The activation in force.
    Activation current();

    /// What the configuration asks for, taken up if it differs from what the configuration asked for last.
    Activation configure(List<ModelId> models);

    /// A person's decision.
    Activation activate(List<ModelId> models);

    /// What was in force before; empty where there never was anything else.
    Optional<Activation> previous();

    /// How far an activation has come; empty where there is none of this number.
    Optional<ActivationState> state(long number);

    /// Notes that every detection that was there before an activation is classified anew.
    void reclassified(long number);
}
