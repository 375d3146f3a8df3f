package io.lynceus.runtime.problem;

import io.lynceus.contracts.ProblemDocument;
import java.io.Serial;

/// An error with the document that the caller gets.
public final class Problem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ProblemDocument document;

    public Problem(ProblemDocument document) {
        super(document.title() + ": " + document.detail());
        this.document = document;
    }

    public ProblemDocument document() {
        return document;
    }

    /// 400: the request is not what this address takes.
    public static Problem badRequest(String detail) {
        return new Problem(ProblemDocument.of("bad-request", "The request cannot be read", 400, detail));
    }

    /// 404: no such thing.
    ///
    /// @param kind what is unknown, e.g. `source`
    public static Problem unknown(String kind, String id) {
        return new Problem(ProblemDocument.of(
                "unknown-" + kind.replace(' ', '-'), "Unknown " + kind, 404, "there is no " + kind + " '" + id + "'"));
    }

    /// 409: the same id was used with another content.
    public static Problem conflict(String detail) {
        return new Problem(ProblemDocument.of("conflicting-duplicate", "Conflicting duplicate", 409, detail));
    }

    /// 422: readable, but a value is impossible.
    public static Problem invalid(String detail) {
        return new Problem(ProblemDocument.of("invalid-value", "A value is not possible", 422, detail));
    }

    /// 503: a part of the suite is away; trying again later can help.
    public static Problem unavailable(String detail) {
        return new Problem(ProblemDocument.of("unavailable", "Part of the suite is not available", 503, detail));
    }
}
