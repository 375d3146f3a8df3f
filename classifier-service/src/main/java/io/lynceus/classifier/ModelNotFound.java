package io.lynceus.classifier;

import io.lynceus.classifier.model.ModelId;
import java.io.Serial;

/// An active model is not available on this instance, or not yet.
public final class ModelNotFound extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public ModelNotFound(ModelId id) {
        super("model " + id + " is active and its document is not at hand");
    }
}
