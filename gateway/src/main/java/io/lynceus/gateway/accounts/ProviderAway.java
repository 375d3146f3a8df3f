package io.lynceus.gateway.accounts;

import java.io.Serial;

/// A provider that logs people in cannot be asked; later it may.
public final class ProviderAway extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public ProviderAway(String message, Throwable cause) {
        super(message, cause);
    }
}
