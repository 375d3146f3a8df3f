package io.lynceus.gateway.stream.rest;

import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.stream.Backlog;
import io.lynceus.gateway.stream.Broadcast;
import io.lynceus.gateway.stream.StreamFilter;
import io.lynceus.gateway.stream.StreamLog;
import io.lynceus.gateway.stream.StreamPlace;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Classifications as they arrive.
@Path("/api/v1/stream")
@RunOnVirtualThread
@Tag(name = "Stream")
public class StreamResource {
    private final Broadcast broadcast;
    private final StreamLog log;
    private final StreamReplay replay;
    private final Backlog backlog;
    private final GatewayConfig config;

    StreamResource(Broadcast broadcast, StreamLog log, StreamReplay replay, Backlog backlog, GatewayConfig config) {
        this.broadcast = broadcast;
        this.log = log;
        this.replay = replay;
        this.backlog = backlog;
        this.config = config;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "followStream",
            summary = "Classifications as they arrive, as server-sent events",
            description = "Events named classification, from now on, or from after the event whose id is given as"
                    + " Last-Event-ID: nothing is left out and nothing comes twice, whichever instance answers. Of what"
                    + " lies further back than the suite tells again, an event named gap says how many records were"
                    + " skipped; of a source classified several times, those older than 7 days may be gone. A comment"
                    + " now and then keeps the connection alive. A client that falls far behind is disconnected and can"
                    + " come back.")
    @APIResponse(
            responseCode = "200",
            description = "Events without end; the data of those named classification",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(ref = "StreamEvent")))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public void stream(
            @BeanParam StreamConditions conditions,
            @Parameter(description = "The id of the last event that was heard; a browser sends it by itself")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        StreamFilter filter = conditions.filter();
        Optional<StreamPlace> since = place(lastEventId);
        StreamPlace end = log.end();
        StreamClient client =
                new StreamClient(sink, sse, request.connection()::close, config.streamBufferEvents(), filter);
        client.greet().toCompletableFuture().join();
        since.ifPresentOrElse(place -> replay.catchUp(client, place), () -> {
            broadcast.listen(client);
            client.continueFrom(end);
        });
    }

    @GET
    @Path("backlog")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getBacklog",
            summary = "What waits on the way from a detection to its class",
            description = "For every service on the way, in order, how many records of the topic it reads it has not"
                    + " done with.")
    @APIResponse(
            responseCode = "200",
            description = "The services",
            content = @Content(schema = @Schema(ref = "Backlog")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public BacklogDocument backlog() {
        return new BacklogDocument(backlog.stages());
    }

    /// The backlog, service by service.
    public record BacklogDocument(List<Backlog.Stage> stages) {}

    private static Optional<StreamPlace> place(@Nullable String lastEventId) {
        try {
            return Optional.ofNullable(lastEventId)
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .map(StreamPlace::parse);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("Last-Event-ID: " + e.getMessage());
        }
    }
}
