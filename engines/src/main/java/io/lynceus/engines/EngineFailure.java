package io.lynceus.engines;

/// A child process that could not be started, or died before it was ready; the message is fit for users.
public final class EngineFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineFailure(String message) {
        super(message);
    }

    public EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
