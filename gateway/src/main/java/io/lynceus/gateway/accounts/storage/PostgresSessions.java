package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.accounts.Sessions;
import io.lynceus.gateway.config.AccountsConfig;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Sessions in the table `sessions`, found by the hash of their key.
@ApplicationScoped
class PostgresSessions implements Sessions {
    private static final String WITH_ACCOUNT = """
            SELECT started, account
            FROM SessionEntity started LEFT JOIN AccountEntity account ON account.id = started.accountId
            WHERE started.keyHash = :hash AND started.expiresAt > :now
            """;
    private static final String BEGUN = "SELECT createdAt FROM SessionEntity WHERE keyHash = :hash";
    private static final String RENEW = "UPDATE SessionEntity SET expiresAt = :expiry WHERE keyHash = :hash";
    private static final String END = "DELETE FROM SessionEntity WHERE keyHash = :hash";
    private static final String END_ALL = "DELETE FROM SessionEntity WHERE accountId = :account";
    private static final String COUNT =
            "UPDATE SessionEntity SET guestLabels = guestLabels + 1 WHERE keyHash = :hash AND guestLabels < :most";
    private static final String UNCOUNT =
            "UPDATE SessionEntity SET guestLabels = guestLabels - 1 WHERE keyHash = :hash AND guestLabels > 0";
    private static final String SWEEP = "DELETE FROM SessionEntity WHERE expiresAt <= :now";

    /// Sessions are prolonged at most this often, so that not every request is a write.
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
    public GuestSession beginAsGuest(Instant now) {
        StringBuilder name = new StringBuilder("guest-");
        random.ints(GUEST_CHARACTERS, 0, GUEST_ALPHABET.length())
                .forEach(index -> name.append(GUEST_ALPHABET.charAt(index)));
        return new GuestSession(begin(null, name.toString(), now), name.toString());
    }

    private Secret begin(@Nullable Long accountId, @Nullable String guest, Instant now) {
        Secret secret = Secret.next("", random);
        SessionEntity begun = new SessionEntity(secret.hash(), accountId, guest, now, config.sessionIdle());
        transactions.<@Nullable Void>withSession(session -> session.await(step -> step.insert(begun)));
        return secret;
    }

    @Override
    public Optional<Owner> resume(Secret secret, Instant now) {
        return transactions.withSession(session -> {
            Object @Nullable [] found =
                    session.<Object @Nullable []>await(step -> step.createSelectionQuery(WITH_ACCOUNT, Object[].class)
                            .setParameter("hash", secret.hash())
                            .setParameter("now", now)
                            .getSingleResultOrNull());
            if (found == null) {
                return Optional.empty();
            }
            SessionEntity resumed = (SessionEntity) Objects.requireNonNull(found[0]);
            if (resumed.renew(now, config.sessionIdle(), config.sessionLongest(), RENEWED_EVERY)) {
                session.await(step -> bound(
                                step.createMutationQuery(RENEW),
                                Map.of("hash", secret.hash(), "expiry", resumed.expiresAt()))
                        .executeUpdate());
            }
            return Optional.of(owner(resumed, (AccountEntity) found[1]));
        });
    }

    private static Owner owner(SessionEntity session, @Nullable AccountEntity account) {
        String guest = session.guestName();
        return guest == null
                ? new Owner.Member(Objects.requireNonNull(account).account())
                : new Owner.Guest(guest, session.guestLabels());
    }

    @Override
    public Optional<Instant> begun(Secret secret) {
        return Optional.ofNullable(transactions.<@Nullable Instant>withSession(
                session -> session.await(step -> step.createSelectionQuery(BEGUN, Instant.class)
                        .setParameter("hash", secret.hash())
                        .getSingleResultOrNull())));
    }

    @Override
    public void end(Secret secret) {
        update(END, Map.of("hash", secret.hash()));
    }

    @Override
    public void endAll(long accountId) {
        update(END_ALL, Map.of("account", accountId));
    }

    @Override
    public boolean countLabel(Secret secret, int most) {
        return update(COUNT, Map.of("hash", secret.hash(), "most", most)) == 1;
    }

    @Override
    public void uncountLabel(Secret secret) {
        update(UNCOUNT, Map.of("hash", secret.hash()));
    }

    @Override
    public void sweep(Instant now) {
        update(SWEEP, Map.of("now", now));
    }

    private int update(String statement, Map<String, Object> parameters) {
        return transactions.withSession(session -> session.await(
                step -> bound(step.createMutationQuery(statement), parameters).executeUpdate()));
    }

    private static Mutiny.MutationQuery bound(Mutiny.MutationQuery query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
