package io.lynceus.gateway.rest.accounts;

import io.lynceus.contracts.ProblemDocument;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/// A request that is not let through.
final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ProblemDocument document;
    private final transient Optional<Duration> comeBackAfter;

    private Refused(ProblemDocument document, Optional<Duration> comeBackAfter) {
        super(document.title() + ": " + document.detail());
        this.document = document;
        this.comeBackAfter = comeBackAfter;
    }

    /// 401: it is not known who asks.
    static Refused unknownCaller(String detail) {
        return new Refused(
                ProblemDocument.of("login-needed", "It is not known who asks", 401, detail), Optional.empty());
    }

    /// 403: who asks may not.
    static Refused forbidden(String detail) {
        return new Refused(ProblemDocument.of("forbidden", "This is not allowed", 403, detail), Optional.empty());
    }

    /// 429: too often.
    static Refused tooOften(String detail, Duration comeBackAfter) {
        return new Refused(
                ProblemDocument.of("too-many-requests", "Too many requests", 429, detail), Optional.of(comeBackAfter));
    }

    ProblemDocument document() {
        return document;
    }

    Optional<Duration> comeBackAfter() {
        return comeBackAfter;
    }
}
