package io.lynceus.gateway.suite;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A part of the suite gives no answer; later it may.
public final class ServiceAway extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String part;

    /// @param part of the suite, for people, e.g. `feature-service`
    public ServiceAway(String part, String reason, @Nullable Throwable cause) {
        super(part + " " + reason, cause);
        this.part = part;
    }

    public String part() {
        return part;
    }
}
