package io.lynceus.gateway.rest.accounts;

import io.lynceus.gateway.accounts.Arrivals;
import io.lynceus.gateway.accounts.Sessions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Forgets once an hour the sessions that have ended, and those who never came back from a provider.
@ApplicationScoped
class SessionSweep {
    private final Sessions sessions;
    private final Arrivals arrivals;

    SessionSweep(Sessions sessions, Arrivals arrivals) {
        this.sessions = sessions;
        this.arrivals = arrivals;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void sweep() {
        sessions.sweep(Instant.now());
        arrivals.sweep(Instant.now());
    }
}
