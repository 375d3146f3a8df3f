package io.lynceus.gateway.accounts.schedule;

import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.accounts.RecoveryCodes;
import io.lynceus.gateway.accounts.Sessions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Forgets once an hour the sessions that have ended, those who never came back from a provider,
/// and codes that nobody used in time.
@ApplicationScoped
class ExpirySweep {
    private final Sessions sessions;
    private final PendingLogins arrivals;
    private final RecoveryCodes codes;

    ExpirySweep(Sessions sessions, PendingLogins arrivals, RecoveryCodes codes) {
        this.sessions = sessions;
        this.arrivals = arrivals;
        this.codes = codes;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void sweep() {
        sessions.sweep(Instant.now());
        arrivals.sweep(Instant.now());
        codes.sweep(Instant.now());
    }
}
