package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.ApiTokens;
import io.lynceus.gateway.accounts.Scope;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tokens as rows of `api_tokens`, found by the hash of their secret.
@ApplicationScoped
class PostgresApiTokens implements ApiTokens {
    /// Two requests of one account wait for each other, so that together they make no more than is allowed.
    private static final String LOCK_ACCOUNT = "SELECT id FROM accounts WHERE id = ? FOR UPDATE";
    private static final String COUNT = "SELECT count(*) FROM api_tokens WHERE account_id = ?";
    private static final String ISSUE = """
            INSERT INTO api_tokens (account_id, name, key_hash, scopes, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, name) DO NOTHING
            RETURNING id, name, scopes, created_at, expires_at
            """;
    private static final String LIST = """
            SELECT id, name, scopes, created_at, expires_at FROM api_tokens WHERE account_id = ? ORDER BY name
            """;
    private static final String OWNER = """
            SELECT a.id, a.name, a.role, t.scopes FROM api_tokens t JOIN accounts a ON a.id = t.account_id
            WHERE t.key_hash = ? AND t.expires_at > ?
            """;
    private static final String REVOKE = "DELETE FROM api_tokens WHERE account_id = ? AND id = ?";

    private static final String BEGINNING = "lynceus_";

    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    PostgresApiTokens(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Issued> issue(long accountId, Wish wish, Instant now) {
        Secret secret = Secret.next(BEGINNING, random);
        return transactions.run(connection -> {
            requireRoom(connection, accountId);
            try (PreparedStatement statement = connection.prepareStatement(ISSUE)) {
                statement.setLong(1, accountId);
                statement.setString(2, StorableText.storable(wish.name()));
                statement.setBytes(3, secret.hash());
                statement.setArray(
                        4,
                        connection.createArrayOf(
                                "text",
                                wish.scopes().stream()
                                        .sorted()
                                        .map(Scope::wireName)
                                        .toArray()));
                statement.setObject(5, now.atOffset(ZoneOffset.UTC));
                statement.setObject(6, now.plus(wish.lifetime()).atOffset(ZoneOffset.UTC));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(new Issued(token(row), secret)) : Optional.empty();
                }
            }
        });
    }

    private static void requireRoom(Connection connection, long accountId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_ACCOUNT);
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            lock.setLong(1, accountId);
            lock.execute();
            count.setLong(1, accountId);
            try (ResultSet row = count.executeQuery()) {
                if (row.next() && row.getInt(1) >= MOST) {
                    throw new IllegalArgumentException("the account has " + MOST + " tokens; revoke one first");
                }
            }
        }
    }

    @Override
    public List<ApiToken> of(long accountId) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LIST)) {
                statement.setLong(1, accountId);
                List<ApiToken> tokens = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        tokens.add(token(row));
                    }
                }
                return tokens;
            }
        });
    }

    @Override
    public Optional<Bearer> owner(Secret secret, Instant now) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OWNER)) {
                statement.setBytes(1, secret.hash());
                statement.setObject(2, now.atOffset(ZoneOffset.UTC));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Bearer(PostgresAccounts.account(row), scopes(row)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public boolean revoke(long accountId, long tokenId) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REVOKE)) {
                statement.setLong(1, accountId);
                statement.setLong(2, tokenId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                scopes(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Scope::ofToken)
                .collect(Collectors.toUnmodifiableSet());
    }
}
