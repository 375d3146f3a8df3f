package io.lynceus.gateway.accounts.schedule;

import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.accounts.RecoveryCodes;
import io.lynceus.gateway.accounts.Sessions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Removes expired sessions, pending logins and recovery codes once an hour.
@ApplicationScoped
class ExpirySweep {
    private final Sessions sessions;
    private final PendingLogins pendingLogins;
    private final RecoveryCodes codes;

    ExpirySweep(Sessions sessions, PendingLogins pendingLogins, RecoveryCodes codes) {
        this.sessions = sessions;
        this.pendingLogins = pendingLogins;
        this.codes = codes;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void sweep() {
        sessions.sweep(Instant.now());
        pendingLogins.sweep(Instant.now());
        codes.sweep(Instant.now());
    }
}
