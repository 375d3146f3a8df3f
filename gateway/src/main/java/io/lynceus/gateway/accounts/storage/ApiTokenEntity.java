package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.ApiTokens.ApiToken;
import io.lynceus.gateway.accounts.ApiTokens.TokenRequest;
import io.lynceus.gateway.accounts.Scope;
import io.lynceus.gateway.accounts.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row of the table `api_tokens`.
@Entity
@Table(name = "api_tokens")
class ApiTokenEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long accountId;

    private String name = "";

    private byte[] keyHash = {};

    @Column(columnDefinition = "text[]")
    private String[] scopes = {};

    private Instant createdAt = Instant.EPOCH;

    private Instant expiresAt = Instant.EPOCH;

    ApiTokenEntity() {}

    ApiTokenEntity(long accountId, TokenRequest wish, Secret secret, Instant now) {
        this.accountId = accountId;
        this.name = StorableText.of(wish.name());
        this.keyHash = secret.hash();
        this.scopes = wish.scopes().stream().sorted().map(Scope::wireName).toArray(String[]::new);
        this.createdAt = now;
        this.expiresAt = now.plus(wish.lifetime());
    }

    Set<Scope> scopes() {
        return Arrays.stream(scopes).map(Scope::ofToken).collect(Collectors.toUnmodifiableSet());
    }

    ApiToken token() {
        return new ApiToken(Objects.requireNonNull(id), name, scopes(), createdAt, expiresAt);
    }
}
