package io.lynceus.gateway.stream.rest;

import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.stream.Broadcast;
import io.lynceus.gateway.stream.StreamLog;
import io.lynceus.gateway.stream.StreamPlace;
import io.lynceus.gateway.suite.ServiceAway;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Brings a reconnecting client up to date, without a gap and without a repeat.
///
/// The topic is read to near its end. Then the client begins to buffer live events, and the rest is read. At last the
/// buffered events follow, without those that the client has already.
@ApplicationScoped
class StreamReplay {
    private static final Logger LOG = Logger.getLogger(StreamReplay.class);

    /// Records that may be left to read when the client begins to buffer live events.
    private static final long NEAR = 500;

    private final Broadcast broadcast;
    private final StreamLog log;
    private final long mostRecords;
    private final Duration time;
    private final Semaphore replays;

    StreamReplay(Broadcast broadcast, StreamLog log, GatewayConfig config) {
        this.broadcast = broadcast;
        this.log = log;
        this.mostRecords = config.streamReplayRecords();
        this.time = config.streamReplayTime();
        this.replays = new Semaphore(config.streamReplays(), true);
    }

    /// @param since the client's last place
    void catchUp(StreamClient client, StreamPlace since) {
        try {
            if (!replays.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                client.end();
                return;
            }
            try {
                replay(client, since);
            } finally {
                replays.release();
            }
        } catch (ServiceAway e) {
            LOG.warnf("%s; a client of the stream is disconnected", e.getMessage());
            client.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            client.end();
        }
    }

    private void replay(StreamClient client, StreamPlace since) {
        long deadline = System.nanoTime() + time.toNanos();
        StreamPlace end = log.end();
        StreamPlace from = since.within(end, mostRecords);
        long skipped = since.within(end, Long.MAX_VALUE).recordsTo(from);
        client.startAt(from);
        if (skipped > 0) {
            client.sendGap(skipped);
        }
        while (from.recordsTo(end) > NEAR) {
            if (!deliver(client, from, end, deadline)) {
                return;
            }
            from = end;
            end = log.end();
        }
        broadcast.listen(client);
        end = log.end();
        if (deliver(client, from, end, deadline)) {
            client.continueFrom(end);
        }
    }

    private boolean deliver(StreamClient client, StreamPlace from, StreamPlace to, long deadline) {
        boolean[] there = {true};
        log.read(from, to, event -> {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            there[0] = left.isPositive() && client.replay(event, left);
            return there[0];
        });
        if (!there[0]) {
            client.end();
        }
        return there[0];
    }
}
