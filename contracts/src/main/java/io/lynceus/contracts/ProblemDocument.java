package io.lynceus.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// An error, described for people and programs.
///
/// Source: RFC 9457, Problem Details for HTTP APIs.
///
/// @param type identifies the kind of problem, a URI
/// @param detail this occurrence: the value, the unit, the fix
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://lynceus.io/problems/";

    /// A problem whose type ends in a slug of the suite's own list, such as `unknown-source`.
    public static ProblemDocument of(String slug, String title, int status, @Nullable String detail) {
        return new ProblemDocument(TYPES + slug, title, status, detail, null);
    }
}
