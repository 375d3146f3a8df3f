package io.lynceus.gateway.rest;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.gateway.Reply;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Passes on what a service answered.
final class Replies {
    private Replies() {}

    static Response pass(Reply reply) {
        if (reply.body().utf8().length == 0) {
            return Response.status(reply.status()).build();
        }
        Response.ResponseBuilder answer = Response.status(reply.status())
                .type(reply.status() < 400 ? MediaType.APPLICATION_JSON : ProblemDocument.MEDIA_TYPE)
                .entity(reply.body().utf8());
        reply.retryAfterSeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }
}
