package io.lynceus.gateway.accounts.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the table `sessions`: the session of an account, or of a guest.
@Entity
@Table(name = "sessions")
class SessionEntity {
    @Id
    private byte[] keyHash = {};

    private @Nullable Long accountId;

    private @Nullable String guestName;

    private int guestLabels;

    private Instant createdAt = Instant.EPOCH;

    private Instant expiresAt = Instant.EPOCH;

    SessionEntity() {}

    SessionEntity(byte[] keyHash, @Nullable Long accountId, @Nullable String guestName, Instant now, Duration idle) {
        this.keyHash = keyHash.clone();
        this.accountId = accountId;
        this.guestName = guestName;
        this.createdAt = now;
        this.expiresAt = now.plus(idle);
    }

    @Nullable
    String guestName() {
        return guestName;
    }

    int guestLabels() {
        return guestLabels;
    }

    /// Moves the end of the session on, as far as its longest duration allows.
    ///
    /// @param step the least move that is worth a write
    /// @return whether the end has moved
    boolean renew(Instant now, Duration idle, Duration longest, Duration step) {
        Instant last = createdAt.plus(longest);
        Instant renewed = now.plus(idle).isBefore(last) ? now.plus(idle) : last;
        if (Duration.between(expiresAt, renewed).compareTo(step) < 0) {
            return false;
        }
        expiresAt = renewed;
        return true;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
