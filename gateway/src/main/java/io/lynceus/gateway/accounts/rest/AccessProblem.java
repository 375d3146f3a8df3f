package io.lynceus.gateway.accounts.rest;

import io.lynceus.contracts.ProblemDocument;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/// A refused request, with the problem document of the refusal.
final class AccessProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ProblemDocument document;
    private final transient Optional<Duration> comeBackAfter;

    private AccessProblem(ProblemDocument document, Optional<Duration> comeBackAfter) {
        super(document.title() + ": " + document.detail());
        this.document = document;
        this.comeBackAfter = comeBackAfter;
    }

    /// 401: the caller is unknown.
    static AccessProblem unknownCaller(String detail) {
        return new AccessProblem(
                ProblemDocument.of("login-needed", "It is not known who asks", 401, detail), Optional.empty());
    }

    /// 403: the caller may not do this.
    static AccessProblem forbidden(String detail) {
        return new AccessProblem(ProblemDocument.of("forbidden", "This is not allowed", 403, detail), Optional.empty());
    }

    /// 429: too many requests.
    static AccessProblem tooOften(String detail, Duration comeBackAfter) {
        return new AccessProblem(
                ProblemDocument.of("too-many-requests", "Too many requests", 429, detail), Optional.of(comeBackAfter));
    }

    ProblemDocument document() {
        return document;
    }

    Optional<Duration> comeBackAfter() {
        return comeBackAfter;
    }
}
