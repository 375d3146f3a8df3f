package io.lynceus.classifier.files;

import java.io.Serial;

/// A damaged model document; the message says what is wrong.
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
