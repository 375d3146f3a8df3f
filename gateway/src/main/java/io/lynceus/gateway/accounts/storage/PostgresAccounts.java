package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.AccountName;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.Credential.PasswordHash;
import io.lynceus.gateway.accounts.Credential;
import io.lynceus.gateway.accounts.LastOperator;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Accounts as rows of `accounts`.
@ApplicationScoped
class PostgresAccounts implements Accounts {
    private static final String ADD = """
            INSERT INTO accounts (name, name_key, password, issuer, subject, role, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING RETURNING id, name, role
            """;
    private static final String HAS_OPERATOR = "SELECT EXISTS (SELECT FROM accounts WHERE role = 'operator')";
    private static final String FIND = "SELECT id, name, role, password FROM accounts WHERE name_key = ?";
    private static final String FIND_IDENTITY = "SELECT id, name, role FROM accounts WHERE issuer = ? AND subject = ?";
    private static final String CHANGE_PASSWORD = "UPDATE accounts SET password = ? WHERE id = ?";
    private static final String FORGET_CODE = "DELETE FROM recovery_codes WHERE account_id = ?";
    private static final String CHANGE_ROLE =
            "UPDATE accounts SET role = ? WHERE name_key = ? RETURNING id, name, role";
    private static final String REMOVE = "DELETE FROM accounts WHERE id = ? AND role <> 'operator'";
    private static final String PAGE =
            "SELECT id, name, role FROM accounts WHERE name_key > ? ORDER BY name_key LIMIT ?";

    /// Whoever makes or unmakes an operator waits for others who do.
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('operators'))";

    private final Transactions transactions;

    PostgresAccounts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Account> add(AccountName name, Credential credential, Role role, Instant now) {
        return transactions.run(connection -> add(connection, name, credential, role, now));
    }

    @Override
    public Optional<Account> addFirstOperator(AccountName name, Credential credential, Instant now) {
        return transactions.run(connection -> {
            lock(connection);
            return hasOperator(connection) ? Optional.empty() : add(connection, name, credential, Role.OPERATOR, now);
        });
    }

    private static Optional<Account> add(
            Connection connection, AccountName name, Credential credential, Role role, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, name.text());
            statement.setString(2, name.key());
            switch (credential) {
                case PasswordHash(String hash) -> {
                    statement.setString(3, hash);
                    statement.setNull(4, Types.VARCHAR);
                    statement.setNull(5, Types.VARCHAR);
                }
                case Identity(String issuer, String subject) -> {
                    statement.setNull(3, Types.VARCHAR);
                    statement.setString(4, issuer);
                    statement.setString(5, subject);
                }
            }
            statement.setString(6, role.wireName());
            statement.setObject(7, now.atOffset(ZoneOffset.UTC));
            return one(statement);
        }
    }

    @Override
    public boolean hasOperator() {
        return transactions.run(PostgresAccounts::hasOperator);
    }

    private static boolean hasOperator(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HAS_OPERATOR)) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public Optional<WithPassword> find(String name) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, StorableText.storable(AccountName.key(name)));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(
                                    new WithPassword(account(row), Optional.ofNullable(row.getString("password"))))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public Optional<Account> find(Identity identity) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND_IDENTITY)) {
                statement.setString(1, identity.issuer());
                statement.setString(2, identity.subject());
                return one(statement);
            }
        });
    }

    @Override
    public void changePassword(long accountId, String passwordHash) {
        transactions.run(connection -> {
            try (PreparedStatement change = connection.prepareStatement(CHANGE_PASSWORD);
                    PreparedStatement forget = connection.prepareStatement(FORGET_CODE)) {
                change.setString(1, passwordHash);
                change.setLong(2, accountId);
                forget.setLong(1, accountId);
                return change.executeUpdate() + forget.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Account> changeRole(String name, Role role) {
        return transactions.run(connection -> {
            lock(connection);
            try (PreparedStatement statement = connection.prepareStatement(CHANGE_ROLE)) {
                boolean had = hasOperator(connection);
                statement.setString(1, role.wireName());
                statement.setString(2, StorableText.storable(AccountName.key(name)));
                Optional<Account> changed = one(statement);
                requireOperator(connection, had);
                return changed;
            }
        });
    }

    @Override
    public void remove(long accountId) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
                statement.setLong(1, accountId);
                return statement.executeUpdate();
            }
        });
    }

    private static void requireOperator(Connection connection, boolean had) throws SQLException {
        if (had && !hasOperator(connection)) {
            throw new LastOperator();
        }
    }

    @Override
    public List<Account> page(String after, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
                statement.setString(1, StorableText.storable(AccountName.key(after)));
                statement.setInt(2, limit);
                List<Account> accounts = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        accounts.add(account(row));
                    }
                }
                return accounts;
            }
        });
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
        }
    }

    private static Optional<Account> one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(account(row)) : Optional.empty();
        }
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(row.getLong("id"), row.getString("name"), Role.ofAccount(row.getString("role")));
    }
}
