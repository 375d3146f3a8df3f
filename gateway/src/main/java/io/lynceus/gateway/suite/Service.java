package io.lynceus.gateway.suite;

/// The services behind the gateway.
public enum Service {
    CROSSMATCH("crossmatch-service"),
    FEATURE("feature-service"),
    CLASSIFIER("classifier-service"),
    LABELS("labels-service");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /// As people know it, e.g. `crossmatch-service`.
    public String title() {
        return title;
    }
}
