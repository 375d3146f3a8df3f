package io.lynceus.labels.rest;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.conduct.RateLimitExceeded;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers 429 with the time to wait when a rate limit is exceeded.
///
/// Source: RFC 6585, section 4 (429); RFC 9110, section 10.2.3 (Retry-After).
public class RateLimitResponses {
    @ServerExceptionMapper
    Response tooMany(RateLimitExceeded e) {
        ProblemDocument document = ProblemDocument.of("too-many-requests", "Too many requests", 429, e.getMessage());
        return Response.status(document.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, e.waitSeconds())
                .entity(Wire.write(document))
                .build();
    }
}
