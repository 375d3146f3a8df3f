package io.lynceus.labels.conduct;

import java.io.Serial;

/// A user did more than a [RateLimit] allows; nothing was stored.
public final class RateLimitExceeded extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final long waitSeconds;

    RateLimitExceeded(String message, long waitSeconds) {
        super(message);
        this.waitSeconds = waitSeconds;
    }

    /// Time until the user can try again, rounded up [s].
    public long waitSeconds() {
        return waitSeconds;
    }
}
