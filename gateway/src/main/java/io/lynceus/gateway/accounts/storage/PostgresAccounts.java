package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.AccountName;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Credential;
import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.LastOperator;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.runtime.storage.Session;
import io.lynceus.runtime.storage.StorageFault;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Accounts in the table `accounts`.
@ApplicationScoped
class PostgresAccounts implements Accounts {
    static final String BY_NAME = "FROM AccountEntity WHERE nameKey = :key";

    private static final String OPERATORS = "SELECT count(*) FROM AccountEntity WHERE role = 'operator'";
    private static final String BY_IDENTITY = "FROM AccountEntity WHERE issuer = :issuer AND subject = :subject";
    private static final String AFTER = "FROM AccountEntity WHERE nameKey > :key ORDER BY nameKey";
    private static final String CHANGE_PASSWORD = "UPDATE AccountEntity SET password = :hash WHERE id = :id";
    private static final String FORGET_CODE = "DELETE FROM RecoveryCodeEntity WHERE accountId = :id";
    private static final String REMOVE = "DELETE FROM AccountEntity WHERE id = :id AND role <> 'operator'";

    /// Changes of the operators wait for each other.
    private static final String ONE_AT_A_TIME =
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('operators'))) AS taken";

    private final Transactions transactions;

    PostgresAccounts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Account> add(AccountName name, Credential credential, Role role, Instant now) {
        return unlessTaken(session -> Optional.of(insert(session, name, credential, role, now)));
    }

    @Override
    public Optional<Account> addFirstOperator(AccountName name, Credential credential, Instant now) {
        return unlessTaken(session -> {
            lock(session);
            return hasOperator(session)
                    ? Optional.empty()
                    : Optional.of(insert(session, name, credential, Role.OPERATOR, now));
        });
    }

    private Optional<Account> unlessTaken(Transactions.Work<Session, Optional<Account>> insertion) {
        try {
            return transactions.withSession(insertion);
        } catch (StorageFault e) {
            if (e.ofTakenKey()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Account insert(Session session, AccountName name, Credential credential, Role role, Instant now) {
        AccountEntity account = new AccountEntity(name, credential, role, now);
        session.<@Nullable Void>await(step -> step.insert(account));
        return account.account();
    }

    @Override
    public boolean hasOperator() {
        return transactions.withSession(PostgresAccounts::hasOperator);
    }

    private static boolean hasOperator(Session session) {
        return session.await(
                        step -> step.createSelectionQuery(OPERATORS, Long.class).getSingleResult())
                > 0;
    }

    @Override
    public Optional<WithPassword> find(String name) {
        return transactions.withSession(session -> byName(session, name)).map(AccountEntity::withPassword);
    }

    static Optional<AccountEntity> byName(Session session, String name) {
        return Optional.ofNullable(session.await(step -> step.createSelectionQuery(BY_NAME, AccountEntity.class)
                .setParameter("key", StorableText.of(AccountName.key(name)))
                .getSingleResultOrNull()));
    }

    @Override
    public Optional<Account> find(Identity identity) {
        return Optional.ofNullable(transactions.withSession(
                        session -> session.await(step -> step.createSelectionQuery(BY_IDENTITY, AccountEntity.class)
                                .setParameter("issuer", identity.issuer())
                                .setParameter("subject", identity.subject())
                                .getSingleResultOrNull())))
                .map(AccountEntity::account);
    }

    @Override
    public void changePassword(long accountId, String passwordHash) {
        transactions.withSession(session -> {
            session.await(step -> step.createMutationQuery(CHANGE_PASSWORD)
                    .setParameter("hash", passwordHash)
                    .setParameter("id", accountId)
                    .executeUpdate());
            return execute(session, FORGET_CODE, accountId);
        });
    }

    @Override
    public Optional<Account> changeRole(String name, Role role) {
        return transactions.withSession(session -> {
            lock(session);
            boolean had = hasOperator(session);
            Optional<AccountEntity> found = byName(session, name);
            found.ifPresent(account -> {
                account.give(role);
                session.<@Nullable Void>await(step -> step.update(account));
            });
            if (had && !hasOperator(session)) {
                throw new LastOperator();
            }
            return found.map(AccountEntity::account);
        });
    }

    @Override
    public void remove(long accountId) {
        transactions.withSession(session -> execute(session, REMOVE, accountId));
    }

    @Override
    public List<Account> page(String after, int limit) {
        return transactions
                .withSession(session -> session.await(step -> step.createSelectionQuery(AFTER, AccountEntity.class)
                        .setParameter("key", StorableText.of(AccountName.key(after)))
                        .setMaxResults(limit)
                        .getResultList()))
                .stream()
                .map(AccountEntity::account)
                .toList();
    }

    private static void lock(Session session) {
        session.await(
                step -> step.createNativeQuery(ONE_AT_A_TIME, Integer.class).getSingleResult());
    }

    private static int execute(Session session, String statement, long accountId) {
        return session.await(step -> step.createMutationQuery(statement)
                .setParameter("id", accountId)
                .executeUpdate());
    }
}
