package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.LoginAttempt;
import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.runtime.storage.Session;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pending logins in the tables `login_attempts` and `newcomers`, found by the hash of their key.
@ApplicationScoped
class PostgresPendingLogins implements PendingLogins {
    private static final String ATTEMPT = "FROM LoginAttemptEntity WHERE keyHash = :hash AND expiresAt > :now";
    private static final String NEWCOMER = "FROM NewcomerEntity WHERE keyHash = :hash AND expiresAt > :now";
    private static final String END_ATTEMPT = "DELETE FROM LoginAttemptEntity WHERE keyHash = :hash";
    private static final String END_NEWCOMER = "DELETE FROM NewcomerEntity WHERE keyHash = :hash";
    private static final List<String> SWEEP = List.of(
            "DELETE FROM LoginAttemptEntity WHERE expiresAt <= :now",
            "DELETE FROM NewcomerEntity WHERE expiresAt <= :now");

    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    PostgresPendingLogins(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Secret addAttempt(LoginAttempt attempt, Instant now) {
        Secret secret = Secret.next("", random);
        return insert(secret, new LoginAttemptEntity(secret.hash(), attempt, now.plus(LONGEST)));
    }

    /// Of two requests with one key, one ends the attempt and gets it.
    @Override
    public Optional<LoginAttempt> takeAttempt(Secret secret, Instant now) {
        return transactions.withSession(session -> {
            Optional<LoginAttemptEntity> attempt = find(session, ATTEMPT, LoginAttemptEntity.class, secret, now);
            boolean ended = execute(session, END_ATTEMPT, secret) == 1;
            return attempt.filter(found -> ended).map(LoginAttemptEntity::attempt);
        });
    }

    @Override
    public Secret addNewcomer(Newcomer newcomer, Instant now) {
        Secret secret = Secret.next("", random);
        return insert(secret, new NewcomerEntity(secret.hash(), newcomer, now.plus(LONGEST)));
    }

    @Override
    public Optional<Newcomer> newcomer(Secret secret, Instant now) {
        return transactions
                .withSession(session -> find(session, NEWCOMER, NewcomerEntity.class, secret, now))
                .map(NewcomerEntity::newcomer);
    }

    @Override
    public void forget(Secret secret) {
        transactions.withSession(
                session -> execute(session, END_ATTEMPT, secret) + execute(session, END_NEWCOMER, secret));
    }

    @Override
    public void sweep(Instant now) {
        transactions.withSession(session -> SWEEP.stream()
                .mapToInt(statement -> session.await(step -> step.createMutationQuery(statement)
                        .setParameter("now", now)
                        .executeUpdate()))
                .sum());
    }

    private Secret insert(Secret secret, Object pending) {
        transactions.<@Nullable Void>withSession(session -> session.await(step -> step.insert(pending)));
        return secret;
    }

    private static <E> Optional<E> find(Session session, String query, Class<E> type, Secret secret, Instant now) {
        return Optional.ofNullable(session.<@Nullable E>await(step -> step.createSelectionQuery(query, type)
                .setParameter("hash", secret.hash())
                .setParameter("now", now)
                .getSingleResultOrNull()));
    }

    private static int execute(Session session, String statement, Secret secret) {
        return session.await(step -> step.createMutationQuery(statement)
                .setParameter("hash", secret.hash())
                .executeUpdate());
    }
}
