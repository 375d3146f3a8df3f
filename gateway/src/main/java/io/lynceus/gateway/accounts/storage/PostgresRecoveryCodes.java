package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.AccountName;
import io.lynceus.gateway.accounts.RecoveryCodes;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Codes as rows of `recovery_codes`, by the hash of each.
@ApplicationScoped
class PostgresRecoveryCodes implements RecoveryCodes {
    private static final String ISSUE = """
            WITH kept AS (
                INSERT INTO recovery_codes (account_id, code_hash, expires_at)
                SELECT id, ?, ? FROM accounts WHERE name_key = ? AND password IS NOT NULL
                ON CONFLICT (account_id) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at
                RETURNING account_id)
            SELECT a.id, a.name, a.role FROM accounts a JOIN kept ON kept.account_id = a.id
            """;

    /// Two who use one code wait for each other here, and the second finds none.
    private static final String USE_UP = """
            DELETE FROM recovery_codes c USING accounts a
            WHERE a.id = c.account_id AND a.name_key = ? AND c.code_hash = ? AND c.expires_at > ?
            RETURNING a.id, a.name, a.role
            """;

    private static final String CHANGE_PASSWORD = "UPDATE accounts SET password = ? WHERE id = ?";
    private static final List<String> SHUT =
            List.of("DELETE FROM sessions WHERE account_id = ?", "DELETE FROM api_tokens WHERE account_id = ?");
    private static final String SWEEP = "DELETE FROM recovery_codes WHERE expires_at <= ?";

    private static final String BEGINNING = "recovery_";

    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    PostgresRecoveryCodes(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Issued> issue(String name, Instant now) {
        Secret code = Secret.next(BEGINNING, random);
        Instant expiry = now.plus(LONGEST).truncatedTo(ChronoUnit.SECONDS);
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ISSUE)) {
                statement.setBytes(1, code.hash());
                statement.setObject(2, at(expiry));
                statement.setString(3, key(name));
                return one(statement).map(account -> new Issued(account, code, expiry));
            }
        });
    }

    @Override
    public Optional<Account> redeem(String name, Secret code, String passwordHash, Instant now) {
        return transactions.run(connection -> {
            Optional<Account> owner = useUp(connection, name, code, now);
            if (owner.isPresent()) {
                changePassword(connection, owner.get().id(), passwordHash);
            }
            return owner;
        });
    }

    private static Optional<Account> useUp(Connection connection, String name, Secret code, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(USE_UP)) {
            statement.setString(1, key(name));
            statement.setBytes(2, code.hash());
            statement.setObject(3, at(now));
            return one(statement);
        }
    }

    private static void changePassword(Connection connection, long accountId, String passwordHash) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(CHANGE_PASSWORD)) {
            change.setString(1, passwordHash);
            change.setLong(2, accountId);
            change.executeUpdate();
        }
        for (String sql : SHUT) {
            try (PreparedStatement shut = connection.prepareStatement(sql)) {
                shut.setLong(1, accountId);
                shut.executeUpdate();
            }
        }
    }

    @Override
    public void sweep(Instant now) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SWEEP)) {
                statement.setObject(1, at(now));
                return statement.executeUpdate();
            }
        });
    }

    private static Optional<Account> one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(PostgresAccounts.account(row)) : Optional.empty();
        }
    }

    private static String key(String name) {
        return StorableText.storable(AccountName.key(name));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
