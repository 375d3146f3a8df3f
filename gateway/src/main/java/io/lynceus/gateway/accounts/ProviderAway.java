package io.lynceus.gateway.accounts;

import java.io.Serial;

/// A login provider cannot be reached; a later attempt may succeed.
public final class ProviderAway extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public ProviderAway(String message, Throwable cause) {
        super(message, cause);
    }
}
