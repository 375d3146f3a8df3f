package io.lynceus.gateway.stream.schedule;

import io.lynceus.gateway.stream.Broadcast;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/// Keeps connections without events alive and notices those that ended.
@Singleton
class StreamHeartbeat {
    private final Broadcast broadcast;

    StreamHeartbeat(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    @Scheduled(every = "${lynceus.gateway.heartbeat}")
    void beat() {
        broadcast.callTheRoll();
    }
}
