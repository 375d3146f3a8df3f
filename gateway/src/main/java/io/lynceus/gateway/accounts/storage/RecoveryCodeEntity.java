package io.lynceus.gateway.accounts.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of the table `recovery_codes`.
@Entity
@Table(name = "recovery_codes")
class RecoveryCodeEntity {
    @Id
    private long accountId;

    private byte[] codeHash = {};

    private Instant expiresAt = Instant.EPOCH;

    RecoveryCodeEntity() {}

    RecoveryCodeEntity(long accountId, byte[] codeHash, Instant expiresAt) {
        this.accountId = accountId;
        this.codeHash = codeHash.clone();
        this.expiresAt = expiresAt;
    }
}
