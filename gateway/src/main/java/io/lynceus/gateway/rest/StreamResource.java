package io.lynceus.gateway.rest;

import io.lynceus.gateway.Broadcast;
import io.lynceus.gateway.StreamEvent;
import io.lynceus.gateway.StreamFilter;
import io.lynceus.gateway.config.GatewayConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
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
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "Only this class, e.g. XRB") @RestQuery("class") @Nullable String sourceClass,
            @Parameter(description = "Only outlier measures from here up [dex]") @RestQuery("min_outlier") @Nullable
                    Double minOutlier,
            @Context Sse sse) {
        StreamFilter filter = new StreamFilter(
                Optional.ofNullable(sourceClass),
                minOutlier == null ? OptionalDouble.empty() : OptionalDouble.of(minOutlier));
        Multi<OutboundSseEvent> events = Multi.createFrom()
                .<StreamEvent>emitter(
                        emitter -> {
                            Broadcast.Listening listening = broadcast.listen(filter, emitter::emit);
                            emitter.onTermination(listening::close);
                        },
                        BackPressureStrategy.IGNORE)
                .onOverflow()
                .buffer(config.streamBufferEvents())
                .map(event -> classification(sse, event));
        Multi<OutboundSseEvent> signsOfLife = Multi.createFrom()
                .ticks()
                .every(config.heartbeat())
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("alive").build());
        return Multi.createBy().merging().streams(signsOfLife, events);
    }

    private static OutboundSseEvent classification(Sse sse, StreamEvent event) {
        return sse.newEventBuilder()
                .id(event.id())
                .name("classification")
                .data(String.class, event.data().toString())
                .build();
    }
}
