package io.lynceus.runtime.problem;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.storage.StorageFault;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever goes wrong in a request into a problem document.
public class ProblemResponses {
    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return response(problem.document());
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableJson e) {
        return problem(Problem.badRequest(String.valueOf(e.getMessage())));
    }

    @ServerExceptionMapper
    Response storage(StorageFault e) {
        if (e.ofText()) {
            return problem(
                    Problem.badRequest("a name or text has the character U+0000 (%00 in an address): leave it out"));
        }
        LOG.warnf("database: %s", e.getMessage());
        return e.passing()
                ? problem(Problem.unavailable("the database is not available; try again in a few seconds"))
                : response(internal());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, ContainerRequestContext request) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        if (status.getFamily() == Response.Status.Family.SERVER_ERROR) {
            LOG.error("request failed", e);
        }
        String detail =
                switch (e) {
                    case NotFoundException missing ->
                        "there is nothing at " + request.getUriInfo().getPath();
                    case NotAllowedException method -> request.getMethod() + " is not possible here";
                    case NotSupportedException type ->
                        "the content type " + request.getHeaderString("content-type") + " is not taken here";
                    case NotAcceptableException type ->
                        "an answer of type " + request.getHeaderString("accept") + " is not to be had here";
                    default -> String.valueOf(e.getMessage());
                };
        return response(document(status.getStatusCode(), status.getReasonPhrase(), detail));
    }

    @ServerExceptionMapper
    Response unexpected(Exception e) {
        LOG.error("request failed", e);
        return response(internal());
    }

    /// Errors found before a resource is reached come as bare statuses from the HTTP layer.
    void onRouter(@Observes Router router) {
        router.errorHandler(
                404,
                context ->
                        write(context, document(404, "Not found", "there is nothing at " + context.normalizedPath())));
        router.errorHandler(
                405,
                context -> write(
                        context,
                        document(405, "Method not allowed", context.request().method() + " is not possible here")));
    }

    private static ProblemDocument internal() {
        return document(500, "Internal error", "this is a fault of the server; its log has the reason");
    }

    private static ProblemDocument document(int status, String title, String detail) {
        return new ProblemDocument("about:blank", title, status, detail, null);
    }

    private static Response response(ProblemDocument document) {
        return Response.status(document.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(Wire.write(document))
                .build();
    }

    private static void write(RoutingContext context, ProblemDocument document) {
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(document.status())
                    .putHeader("content-type", ProblemDocument.MEDIA_TYPE)
                    .end(Buffer.buffer(Wire.write(document)));
        }
    }
}
