package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.LoginAttempt;
import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Arrivals as rows of `login_attempts` and `newcomers`, found by the hash of their key.
@ApplicationScoped
class PostgresPendingLogins implements PendingLogins {
    private static final String EXPECT = """
            INSERT INTO login_attempts (key_hash, expires_at, provider, state, nonce, code_verifier)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String TAKE = """
            DELETE FROM login_attempts WHERE key_hash = ? RETURNING provider, state, nonce, code_verifier, expires_at
            """;
    private static final String WELCOME =
            "INSERT INTO newcomers (key_hash, expires_at, provider, issuer, subject) VALUES (?, ?, ?, ?, ?)";
    private static final String NEWCOMER =
            "SELECT provider, issuer, subject, expires_at FROM newcomers WHERE key_hash = ?";
    private static final String FORGET_ATTEMPT = "DELETE FROM login_attempts WHERE key_hash = ?";
    private static final String FORGET_NEWCOMER = "DELETE FROM newcomers WHERE key_hash = ?";
    private static final String SWEEP_ATTEMPTS = "DELETE FROM login_attempts WHERE expires_at <= ?";
    private static final String SWEEP_NEWCOMERS = "DELETE FROM newcomers WHERE expires_at <= ?";

    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    PostgresPendingLogins(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Secret expect(LoginAttempt attempt, Instant now) {
        return keep(EXPECT, now, attempt.provider(), attempt.state(), attempt.nonce(), attempt.codeVerifier());
    }

    @Override
    public Optional<LoginAttempt> take(Secret secret, Instant now) {
        return find(
                TAKE,
                secret,
                now,
                row -> new LoginAttempt(
                        row.getString("provider"),
                        row.getString("state"),
                        row.getString("nonce"),
                        row.getString("code_verifier")));
    }

    @Override
    public Secret welcome(Newcomer newcomer, Instant now) {
        return keep(
                WELCOME,
                now,
                newcomer.provider(),
                newcomer.identity().issuer(),
                newcomer.identity().subject());
    }

    @Override
    public Optional<Newcomer> newcomer(Secret secret, Instant now) {
        return find(
                NEWCOMER,
                secret,
                now,
                row -> new Newcomer(
                        row.getString("provider"), new Identity(row.getString("issuer"), row.getString("subject"))));
    }

    @Override
    public void forget(Secret secret) {
        update(FORGET_ATTEMPT, secret.hash());
        update(FORGET_NEWCOMER, secret.hash());
    }

    @Override
    public void sweep(Instant now) {
        update(SWEEP_ATTEMPTS, at(now));
        update(SWEEP_NEWCOMERS, at(now));
    }

    private Secret keep(String sql, Instant now, String... values) {
        Secret secret = Secret.next("", random);
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBytes(1, secret.hash());
                statement.setObject(2, at(now.plus(LONGEST)));
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 3, values[i]);
                }
                return statement.executeUpdate();
            }
        });
        return secret;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> find(String sql, Secret secret, Instant now, Reading<T> reading) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBytes(1, secret.hash());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                                    && row.getObject("expires_at", OffsetDateTime.class)
                                            .toInstant()
                                            .isAfter(now)
                            ? Optional.of(reading.read(row))
                            : Optional.empty();
                }
            }
        });
    }

    private void update(String sql, Object which) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, which);
                return statement.executeUpdate();
            }
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
