package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.ApiTokens;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.runtime.storage.Session;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/// Tokens in the table `api_tokens`, found by the hash of their secret.
@ApplicationScoped
class PostgresApiTokens implements ApiTokens {
    private static final String OF_ACCOUNT = "FROM ApiTokenEntity WHERE accountId = :account ORDER BY name";
    private static final String COUNT = "SELECT count(*) FROM ApiTokenEntity WHERE accountId = :account";
    private static final String COUNT_NAMED = COUNT + " AND name = :name";
    private static final String WITH_OWNER = """
            SELECT token, account FROM ApiTokenEntity token JOIN AccountEntity account ON account.id = token.accountId
            WHERE token.keyHash = :hash AND token.expiresAt > :now
            """;
    private static final String REVOKE = "DELETE FROM ApiTokenEntity WHERE accountId = :account AND id = :id";

    private static final String BEGINNING = "lynceus_";

    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    PostgresApiTokens(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<IssuedToken> issue(long accountId, TokenRequest wish, Instant now) {
        Secret secret = Secret.next(BEGINNING, random);
        ApiTokenEntity token = new ApiTokenEntity(accountId, wish, secret, now.truncatedTo(ChronoUnit.MICROS));
        return transactions.withSession(session -> {
            requireRoom(session, accountId);
            if (hasName(session, accountId, wish.name())) {
                return Optional.empty();
            }
            session.<@Nullable Void>await(step -> step.insert(token));
            return Optional.of(new IssuedToken(token.token(), secret));
        });
    }

    /// Two requests of one account wait for each other, so that together they make no more tokens than is allowed.
    private static void requireRoom(Session session, long accountId) {
        session.<@Nullable AccountEntity>await(
                step -> step.get(AccountEntity.class, accountId, LockMode.PESSIMISTIC_WRITE));
        long tokens = session.await(step -> step.createSelectionQuery(COUNT, Long.class)
                .setParameter("account", accountId)
                .getSingleResult());
        if (tokens >= MOST) {
            throw new IllegalArgumentException("the account has " + MOST + " tokens; revoke one first");
        }
    }

    private static boolean hasName(Session session, long accountId, String name) {
        return session.await(step -> step.createSelectionQuery(COUNT_NAMED, Long.class)
                        .setParameter("account", accountId)
                        .setParameter("name", StorableText.of(name))
                        .getSingleResult())
                > 0;
    }

    @Override
    public List<ApiToken> of(long accountId) {
        return transactions
                .withSession(
                        session -> session.await(step -> step.createSelectionQuery(OF_ACCOUNT, ApiTokenEntity.class)
                                .setParameter("account", accountId)
                                .getResultList()))
                .stream()
                .map(ApiTokenEntity::token)
                .toList();
    }

    @Override
    public Optional<TokenOwner> owner(Secret secret, Instant now) {
        Object @Nullable [] found = transactions.withSession(
                session -> session.await(step -> step.createSelectionQuery(WITH_OWNER, Object[].class)
                        .setParameter("hash", secret.hash())
                        .setParameter("now", now)
                        .getSingleResultOrNull()));
        return found == null
                ? Optional.empty()
                : Optional.of(
                        new TokenOwner(((AccountEntity) found[1]).account(), ((ApiTokenEntity) found[0]).scopes()));
    }

    @Override
    public boolean revoke(long accountId, long tokenId) {
        return transactions.withSession(session -> session.await(step -> step.createMutationQuery(REVOKE)
                        .setParameter("account", accountId)
                        .setParameter("id", tokenId)
                        .executeUpdate()))
                == 1;
    }
}
