package io.lynceus.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/// Passes on the answers of the services.
public final class Replies {
    private static final byte[] EMPTY = {};

    private Replies() {}

    /// The answer of a service as our own: its status, its body, and when to try again after too many requests.
    public static Response pass(RestResponse<byte[]> reply) {
        byte[] body = body(reply);
        if (body.length == 0) {
            return Response.status(reply.getStatus()).build();
        }
        Response.ResponseBuilder answer = Response.status(reply.getStatus())
                .type(reply.getStatus() < 400 ? MediaType.APPLICATION_JSON : ProblemDocument.MEDIA_TYPE)
                .entity(body);
        String retryAfter = reply.getHeaderString(HttpHeaders.RETRY_AFTER);
        // The suite's services give seconds, never a date.
        if (retryAfter != null && retryAfter.matches("[0-9]{1,9}")) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.build();
    }

    /// The document that a service answered with.
    ///
    /// @throws Problem if the service refused the request
    public static JsonNode document(RestResponse<byte[]> reply) {
        JsonNode document = Wire.tree(body(reply));
        if (reply.getStatus() != 200) {
            throw new Problem(Wire.read(document, ProblemDocument.class));
        }
        return document;
    }

    /// The body of an answer; empty if it has none.
    public static byte[] body(RestResponse<byte[]> reply) {
        return Objects.requireNonNullElse(reply.getEntity(), EMPTY);
    }
}
