package io.lynceus.gateway.rest;

import io.lynceus.gateway.Broadcast;
import io.lynceus.gateway.StreamFilter;
import io.lynceus.gateway.config.GatewayConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Classifications as they arrive.
@Path("/api/v1/stream")
@RunOnVirtualThread
@Tag(name = "Stream")
public class StreamResource {
    private final Broadcast broadcast;
    private final GatewayConfig config;

    StreamResource(Broadcast broadcast, GatewayConfig config) {
        this.broadcast = broadcast;
        this.config = config;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Classifications as they arrive, as server-sent events",
            description = "Events named classification, from now on; the id is the place on the stream, and a comment"
                    + " now and then keeps the connection alive. A client that falls far behind is disconnected and can"
                    + " come back.")
    @APIResponse(responseCode = "200", description = "Events without end")
    public void stream(
            @Parameter(description = "Only this class, e.g. XRB") @RestQuery("class") @Nullable String sourceClass,
            @Parameter(description = "Only outlier measures from here up [dex]") @RestQuery("min_outlier") @Nullable
                    Double minOutlier,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        StreamFilter filter = new StreamFilter(
                Optional.ofNullable(sourceClass),
                minOutlier == null ? OptionalDouble.empty() : OptionalDouble.of(minOutlier));
        StreamClient client = new StreamClient(sink, sse, request.connection()::close, config.streamBufferEvents());
        client.greet().thenRun(() -> broadcast.listen(filter, client));
    }
}
