package io.lynceus.labels.storage;

import io.lynceus.labels.conduct.RateLimit;
import io.lynceus.runtime.storage.Session;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/// Makes one user's actions follow each other, on whichever instance: each sees what the one before left.
///
/// A turn is taken before any row is locked, so that two transactions never wait for each other.
public final class UserTurn {
    /// Users whose names have the same hash share their turns, which costs them a moment and nothing else.
    private static final String TURN = "SELECT 1 FROM pg_advisory_xact_lock(hashtext('users'), hashtext($1))";

    private static final String SESSION_TURN =
            "SELECT count(*) FROM pg_advisory_xact_lock(hashtext('users'), hashtext(:user))";

    private UserTurn() {}

    /// Waits for the user's turn, and has it until the end of the transaction.
    static void take(SqlConnection connection, String user) {
        connection.preparedQuery(TURN).executeAndAwait(Tuple.of(user));
    }

    /// Waits for the user's turn, and has it until the end of the transaction.
    public static void take(Session session, String user) {
        session.await(step -> step.createNativeQuery(SESSION_TURN, Long.class)
                .setParameter("user", user)
                .getSingleResult());
    }

    /// Throws [io.lynceus.labels.conduct.RateLimitExceeded] if the user has done as much as the limit allows.
    ///
    /// @param times of what the user has done after a time, the latest first, by: user, time, how many to skip
    static void keepTo(RateLimit limit, SqlConnection connection, String times, String user, Instant at) {
        for (Row row : connection
                .preparedQuery(times)
                .executeAndAwait(Tuple.of(user, at.minus(limit.period()).atOffset(ZoneOffset.UTC), limit.most() - 1))) {
            throw limit.exceeded(row.getOffsetDateTime(0).toInstant(), at);
        }
    }

    /// Throws [io.lynceus.labels.conduct.RateLimitExceeded] if the user has done as much as the limit allows.
    ///
    /// @param times HQL: times of what `:user` has done after `:since`, the latest first
    public static void keepTo(RateLimit limit, Session session, String times, String user, Instant at) {
        session.await(step -> step.createSelectionQuery(times, Instant.class)
                        .setParameter("user", user)
                        .setParameter("since", at.minus(limit.period()))
                        .setFirstResult(limit.most() - 1)
                        .setMaxResults(1)
                        .getResultList())
                .forEach(first -> {
                    throw limit.exceeded(first, at);
                });
    }
}
