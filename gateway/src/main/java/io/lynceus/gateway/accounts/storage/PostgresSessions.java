package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.accounts.Sessions;
import io.lynceus.gateway.config.AccountsConfig;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sessions as rows of `sessions`, found by the hash of their key.
@ApplicationScoped
class PostgresSessions implements Sessions {
    private static final String BEGIN = """
            INSERT INTO sessions (key_hash, account_id, guest_name, created_at, expires_at) VALUES (?, ?, ?, ?, ?)
            """;
    private static final String RESUME = """
            SELECT s.guest_name, s.guest_labels, s.created_at, s.expires_at, a.id, a.name, a.role
            FROM sessions s LEFT JOIN accounts a ON a.id = s.account_id
            WHERE s.key_hash = ? AND s.expires_at > ?
            """;
    private static final String BEGUN = "SELECT created_at FROM sessions WHERE key_hash = ?";
    private static final String RENEW = "UPDATE sessions SET expires_at = ? WHERE key_hash = ?";
    private static final String END = "DELETE FROM sessions WHERE key_hash = ?";
    private static final String END_ALL = "DELETE FROM sessions WHERE account_id = ?";
    private static final String COUNT =
            "UPDATE sessions SET guest_labels = guest_labels + 1 WHERE key_hash = ? AND guest_labels < ?";
    private static final String UNCOUNT =
            "UPDATE sessions SET guest_labels = guest_labels - 1 WHERE key_hash = ? AND guest_labels > 0";
    private static final String SWEEP = "DELETE FROM sessions WHERE expires_at <= ?";

    /// So that not every request is a write.
    private static final Duration RENEWED_EVERY = Duration.ofHours(1);

    private static final String GUEST_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
    private static final int GUEST_CHARACTERS = 10;

    private final Transactions transactions;
    private final AccountsConfig config;
    private final SecureRandom random = new SecureRandom();

    PostgresSessions(Transactions transactions, AccountsConfig config) {
        this.transactions = transactions;
        this.config = config;
    }

    @Override
    public Secret begin(Account account, Instant now) {
        return begin(account.id(), null, now);
    }

    @Override
    public Guested beginAsGuest(Instant now) {
        StringBuilder name = new StringBuilder("guest-");
        random.ints(GUEST_CHARACTERS, 0, GUEST_ALPHABET.length())
                .forEach(index -> name.append(GUEST_ALPHABET.charAt(index)));
        return new Guested(begin(null, name.toString(), now), name.toString());
    }

    private Secret begin(@Nullable Long accountId, @Nullable String guest, Instant now) {
        Secret secret = Secret.next("", random);
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
                statement.setBytes(1, secret.hash());
                statement.setObject(2, accountId);
                statement.setString(3, guest);
                statement.setObject(4, at(now));
                statement.setObject(5, at(now.plus(config.sessionIdle())));
                return statement.executeUpdate();
            }
        });
        return secret;
    }

    @Override
    public Optional<Owner> resume(Secret secret, Instant now) {
        return transactions.run(connection -> {
            Owner owner;
            Instant renewed;
            try (PreparedStatement statement = connection.prepareStatement(RESUME)) {
                statement.setBytes(1, secret.hash());
                statement.setObject(2, at(now));
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    owner = owner(row);
                    Instant last = row.getObject("created_at", OffsetDateTime.class)
                            .toInstant()
                            .plus(config.sessionLongest());
                    renewed = now.plus(config.sessionIdle());
                    renewed = renewed.isBefore(last) ? renewed : last;
                    Instant expires =
                            row.getObject("expires_at", OffsetDateTime.class).toInstant();
                    if (Duration.between(expires, renewed).compareTo(RENEWED_EVERY) < 0) {
                        return Optional.of(owner);
                    }
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
                statement.setObject(1, at(renewed));
                statement.setBytes(2, secret.hash());
                statement.executeUpdate();
            }
            return Optional.of(owner);
        });
    }

    private static Owner owner(ResultSet row) throws SQLException {
        String guest = row.getString("guest_name");
        return guest == null
                ? new Owner.Member(PostgresAccounts.account(row))
                : new Owner.Guest(guest, row.getInt("guest_labels"));
    }

    @Override
    public Optional<Instant> begun(Secret secret) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BEGUN)) {
                statement.setBytes(1, secret.hash());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(row.getObject("created_at", OffsetDateTime.class)
                                    .toInstant())
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public void end(Secret secret) {
        update(END, statement -> statement.setBytes(1, secret.hash()));
    }

    @Override
    public void endAll(long accountId) {
        update(END_ALL, statement -> statement.setLong(1, accountId));
    }

    @Override
    public boolean countLabel(Secret secret, int most) {
        return update(COUNT, statement -> {
                    statement.setBytes(1, secret.hash());
                    statement.setInt(2, most);
                })
                == 1;
    }

    @Override
    public void uncountLabel(Secret secret) {
        update(UNCOUNT, statement -> statement.setBytes(1, secret.hash()));
    }

    @Override
    public void sweep(Instant now) {
        update(SWEEP, statement -> statement.setObject(1, at(now)));
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private int update(String sql, Binding binding) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                return statement.executeUpdate();
            }
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
