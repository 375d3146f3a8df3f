package io.lynceus.contracts;

import java.io.Serial;

/// JSON that cannot be read as what it should be; the message says where and why, for the person who sent it.
public final class UnreadableJson extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public UnreadableJson(String message, Throwable cause) {
        super(message, cause);
    }
}
