package io.lynceus.classifier;

import io.lynceus.classifier.model.ModelId;
import java.io.Serial;

/// A model is active that this instance does not have (yet).
public final class ModelNotFound extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public ModelNotFound(ModelId id) {
        super("model " + id + " is active and its document is not at hand");
    }
}
