package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.PendingLogins.Newcomer;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of the table `newcomers`.
@Entity
@Table(name = "newcomers")
class NewcomerEntity {
    @Id
    private byte[] keyHash = {};

    private String provider = "";

    private String issuer = "";

    private String subject = "";

    private Instant expiresAt = Instant.EPOCH;

    NewcomerEntity() {}

    NewcomerEntity(byte[] keyHash, Newcomer newcomer, Instant expiresAt) {
        this.keyHash = keyHash.clone();
        this.provider = newcomer.provider();
        this.issuer = newcomer.identity().issuer();
        this.subject = newcomer.identity().subject();
        this.expiresAt = expiresAt;
    }

    Newcomer newcomer() {
        return new Newcomer(provider, new Identity(issuer, subject));
    }
}
