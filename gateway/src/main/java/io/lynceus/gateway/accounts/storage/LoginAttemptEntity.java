package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.LoginAttempt;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of the table `login_attempts`.
@Entity
@Table(name = "login_attempts")
class LoginAttemptEntity {
    @Id
    private byte[] keyHash = {};

    private String provider = "";

    private String state = "";

    private String nonce = "";

    private String codeVerifier = "";

    private Instant expiresAt = Instant.EPOCH;

    LoginAttemptEntity() {}

    LoginAttemptEntity(byte[] keyHash, LoginAttempt attempt, Instant expiresAt) {
        this.keyHash = keyHash.clone();
        this.provider = attempt.provider();
        this.state = attempt.state();
        this.nonce = attempt.nonce();
        this.codeVerifier = attempt.codeVerifier();
        this.expiresAt = expiresAt;
    }

    LoginAttempt attempt() {
        return new LoginAttempt(provider, state, nonce, codeVerifier);
    }
}
