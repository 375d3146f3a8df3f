package io.lynceus.gateway.rest.accounts;

import io.lynceus.gateway.accounts.Sessions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Forgets once an hour the sessions that have ended.
@ApplicationScoped
class SessionSweep {
    private final Sessions sessions;

    SessionSweep(Sessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void sweep() {
        sessions.sweep(Instant.now());
    }
}
