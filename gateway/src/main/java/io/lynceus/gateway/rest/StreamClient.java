package io.lynceus.gateway.rest;

import io.lynceus.gateway.Broadcast;
import io.lynceus.gateway.StreamEvent;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// One connection that listens to the stream; a client that does not keep up is disconnected.
final class StreamClient implements Broadcast.Listener {
    private static final Logger LOG = Logger.getLogger(StreamClient.class);

    private final SseEventSink sink;
    private final Sse sse;
    private final Runnable disconnect;
    private final int mostUnsent;
    private final AtomicInteger unsent = new AtomicInteger();

    /// @param mostUnsent events that may wait for the client's network
    StreamClient(SseEventSink sink, Sse sse, Runnable disconnect, int mostUnsent) {
        this.sink = sink;
        this.sse = sse;
        this.disconnect = disconnect;
        this.mostUnsent = mostUnsent;
    }

    /// Sends the response's head with a first sign of life; nothing may be sent before it is out.
    CompletionStage<?> greet() {
        return sink.send(signOfLife());
    }

    @Override
    public boolean hear(StreamEvent event) {
        return send(sse.newEventBuilder()
                .id(event.id())
                .name("classification")
                .data(String.class, event.data().toString())
                .build());
    }

    @Override
    public boolean isThere() {
        return send(signOfLife());
    }

    private OutboundSseEvent signOfLife() {
        return sse.newEventBuilder().comment("alive").build();
    }

    private boolean send(OutboundSseEvent event) {
        if (sink.isClosed()) {
            return false;
        }
        if (unsent.incrementAndGet() > mostUnsent) {
            LOG.infof("a client of the stream fell %d events behind and is disconnected", mostUnsent);
            disconnect.run();
            return false;
        }
        sink.send(event).whenComplete((sent, failure) -> {
            unsent.decrementAndGet();
            if (failure != null) {
                LOG.debug("a client of the stream left", failure);
                sink.close();
            }
        });
        return true;
    }
}
