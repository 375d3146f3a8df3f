package io.lynceus.gateway.stream.rest;

import io.lynceus.gateway.stream.Broadcast;
import io.lynceus.gateway.stream.StreamEvent;
import io.lynceus.gateway.stream.StreamFilter;
import io.lynceus.gateway.stream.StreamPlace;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One connection that follows the stream from a place on. A client that does not keep up is disconnected, and can
/// reconnect at its place.
///
/// Until [#continueFrom] is called, live events are buffered.
final class StreamClient implements Broadcast.Listener {
    private static final Logger LOG = Logger.getLogger(StreamClient.class);

    private final SseEventSink sink;
    private final Sse sse;
    private final Runnable disconnect;
    private final int mostUnsent;
    private final StreamFilter filter;
    private final AtomicInteger unsent = new AtomicInteger();
    private final Queue<StreamEvent> buffered = new ArrayDeque<>();
    private boolean live;
    private @Nullable StreamPlace place;

    /// @param mostUnsent events that may wait for the client's network
    StreamClient(SseEventSink sink, Sse sse, Runnable disconnect, int mostUnsent, StreamFilter filter) {
        this.sink = sink;
        this.sse = sse;
        this.disconnect = disconnect;
        this.mostUnsent = mostUnsent;
        this.filter = filter;
    }

    /// Sends the head of the response with a first heartbeat; nothing may be sent before.
    CompletionStage<?> greet() {
        return sink.send(signOfLife(null));
    }

    /// Sets the client's place; no later event has been sent.
    synchronized void startAt(StreamPlace from) {
        place = from;
    }

    /// Sends a past event, as fast as the client's network takes it.
    ///
    /// @return whether the client is still connected
    boolean replay(StreamEvent event, Duration patience) {
        StreamPlace here;
        synchronized (this) {
            here = after(event);
        }
        if (!filter.accepts(event)) {
            return !sink.isClosed();
        }
        try {
            push(classification(event, here))
                    .toCompletableFuture()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return true;
        } catch (CompletionException e) {
            LOG.debug("a client of the stream left while it was told the past", e);
            return false;
        }
    }

    /// Tells the client that the records before the next event were skipped.
    synchronized void sendGap(long records) {
        send(sse.newEventBuilder()
                .name("gap")
                .data(String.class, "{\"skipped\":" + records + "}")
                .build());
    }

    /// Sends the buffered events after a place, and then goes live.
    synchronized void continueFrom(StreamPlace from) {
        place = from;
        live = true;
        while (!buffered.isEmpty() && deliver(buffered.remove())) {}
    }

    /// Ends the connection; the client may reconnect.
    void end() {
        disconnect.run();
        sink.close();
    }

    @Override
    public synchronized boolean onEvent(StreamEvent event) {
        if (live) {
            return deliver(event);
        }
        if (buffered.size() == mostUnsent) {
            return disconnectSlow();
        }
        buffered.add(event);
        return !sink.isClosed();
    }

    @Override
    public synchronized boolean isConnected() {
        return send(signOfLife(place));
    }

    private boolean deliver(StreamEvent event) {
        if (place != null && place.hasSeen(event)) {
            return !sink.isClosed();
        }
        StreamPlace here = after(event);
        return filter.accepts(event) ? send(classification(event, here)) : !sink.isClosed();
    }

    private StreamPlace after(StreamEvent event) {
        place = (place == null ? StreamPlace.BEGINNING : place).after(event);
        return place;
    }

    private OutboundSseEvent classification(StreamEvent event, StreamPlace here) {
        return sse.newEventBuilder()
                .id(here.toString())
                .name("classification")
                .data(String.class, event.data())
                .build();
    }

    /// Carries the place, so that a client with a narrow filter need not repeat the rest after a reconnect.
    private OutboundSseEvent signOfLife(@Nullable StreamPlace here) {
        OutboundSseEvent.Builder sign = sse.newEventBuilder().comment("alive");
        return here == null ? sign.build() : sign.id(here.toString()).build();
    }

    private boolean disconnectSlow() {
        LOG.infof("a client of the stream fell %d events behind and is disconnected", mostUnsent);
        disconnect.run();
        return false;
    }

    private boolean send(OutboundSseEvent event) {
        if (sink.isClosed()) {
            return false;
        }
        if (unsent.incrementAndGet() > mostUnsent) {
            return disconnectSlow();
        }
        push(event).whenComplete((sent, failure) -> {
            unsent.decrementAndGet();
            if (failure != null) {
                LOG.debug("a client of the stream left", failure);
                sink.close();
            }
        });
        return true;
    }

    /// Sending on a closed connection is a failure of that connection.
    private CompletionStage<?> push(OutboundSseEvent event) {
        try {
            return sink.send(event);
        } catch (IllegalStateException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
