package io.lynceus.labels;

import java.io.Serial;

/// A user did more than the [Pace] allows. Nothing of it was kept.
public final class TooMany extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final long waitSeconds;

    TooMany(String message, long waitSeconds) {
        super(message);
        this.waitSeconds = waitSeconds;
    }

    /// After how long the same can be tried again, rounded up [s].
    public long waitSeconds() {
        return waitSeconds;
    }
}
