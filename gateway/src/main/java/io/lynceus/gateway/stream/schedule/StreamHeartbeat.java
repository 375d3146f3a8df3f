package io.lynceus.gateway.stream.schedule;

import io.lynceus.gateway.stream.Broadcast;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/// Sends heartbeats to quiet connections, and notices disconnected clients.
@Singleton
class StreamHeartbeat {
    private final Broadcast broadcast;

    StreamHeartbeat(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    @Scheduled(every = "${lynceus.gateway.heartbeat}")
    void beat() {
        broadcast.removeDisconnected();
    }
}
