package io.lynceus.contracts;

import java.io.Serial;

/// JSON that cannot be read as the expected type; the message tells the sender where and why.
public final class UnreadableJson extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public UnreadableJson(String message, Throwable cause) {
        super(message, cause);
    }
}
