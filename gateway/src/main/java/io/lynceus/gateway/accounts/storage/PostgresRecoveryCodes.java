package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.RecoveryCodes;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.runtime.storage.Session;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Codes in the table `recovery_codes`, each by its hash.
@ApplicationScoped
class PostgresRecoveryCodes implements RecoveryCodes {
    /// Two requests with one code wait for each other here, and the second finds none.
    private static final String USE_UP =
            "DELETE FROM RecoveryCodeEntity WHERE accountId = :account AND codeHash = :hash AND expiresAt > :now";

    private static final List<String> SHUT = List.of(
            "DELETE FROM SessionEntity WHERE accountId = :account",
            "DELETE FROM ApiTokenEntity WHERE accountId = :account");
    private static final String SWEEP = "DELETE FROM RecoveryCodeEntity WHERE expiresAt <= :now";

    private static final String BEGINNING = "recovery_";

    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    PostgresRecoveryCodes(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<IssuedCode> issue(String name, Instant now) {
        Secret code = Secret.next(BEGINNING, random);
        Instant expiry = now.plus(LONGEST).truncatedTo(ChronoUnit.SECONDS);
        return transactions.withSession(session -> {
            Optional<AccountEntity> owner =
                    PostgresAccounts.byName(session, name).filter(AccountEntity::hasPassword);
            owner.ifPresent(account -> {
                RecoveryCodeEntity issued = new RecoveryCodeEntity(account.id(), code.hash(), expiry);
                session.<@Nullable Void>await(step -> step.upsert(issued));
            });
            return owner.map(account -> new IssuedCode(account.account(), code, expiry));
        });
    }

    @Override
    public Optional<Account> redeem(String name, Secret code, String passwordHash, Instant now) {
        return transactions.withSession(session -> {
            Optional<AccountEntity> owner =
                    PostgresAccounts.byName(session, name).filter(account -> useUp(session, account, code, now));
            owner.ifPresent(account -> {
                account.changePassword(passwordHash);
                session.<@Nullable Void>await(step -> step.update(account));
                SHUT.forEach(statement -> session.await(step -> step.createMutationQuery(statement)
                        .setParameter("account", account.id())
                        .executeUpdate()));
            });
            return owner.map(AccountEntity::account);
        });
    }

    private static boolean useUp(Session session, AccountEntity account, Secret code, Instant now) {
        return session.await(step -> step.createMutationQuery(USE_UP)
                        .setParameter("account", account.id())
                        .setParameter("hash", code.hash())
                        .setParameter("now", now)
                        .executeUpdate())
                == 1;
    }

    @Override
    public void sweep(Instant now) {
        transactions.withSession(session -> session.await(
                step -> step.createMutationQuery(SWEEP).setParameter("now", now).executeUpdate()));
    }
}
