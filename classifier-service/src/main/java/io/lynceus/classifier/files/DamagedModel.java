package io.lynceus.classifier.files;

import java.io.Serial;

/// A model document that cannot be trusted; the message says why.
public final class DamagedModel extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    DamagedModel(String reason) {
        super("the model document is damaged: " + reason);
    }

    DamagedModel(String reason, Throwable cause) {
        super("the model document is damaged: " + reason, cause);
    }
}
