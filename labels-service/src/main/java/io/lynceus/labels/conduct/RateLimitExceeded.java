package io.lynceus.labels.conduct;

import java.io.Serial;

/// A user did more than the [RateLimit] allows. Nothing of it was kept.
public final class RateLimitExceeded extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final long waitSeconds;

    RateLimitExceeded(String message, long waitSeconds) {
        super(message);
        this.waitSeconds = waitSeconds;
    }

    /// After how long the same can be tried again, rounded up [s].
    public long waitSeconds() {
        return waitSeconds;
    }
}
