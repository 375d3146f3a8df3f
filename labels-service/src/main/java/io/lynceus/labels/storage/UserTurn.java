package io.lynceus.labels.storage;

import io.lynceus.labels.conduct.RateLimit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// What one user does at once is done one after the other, on whichever instance: each sees what the one before left.
///
/// A turn is taken before any row is locked, so that two transactions never wait for each other.
public final class UserTurn {
    /// Users whose names have the same hash share their turns, which costs them a moment and nothing else.
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtext('users'), hashtext(?))";

    private UserTurn() {}

    /// Waits for the user's turn, and has it until the end of the transaction.
    public static void take(Connection connection, String user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TURN)) {
            statement.setString(1, user);
            statement.execute();
        }
    }

    /// Nothing, or [io.lynceus.labels.conduct.RateLimitExceeded].
    ///
    /// @param lately times of what the user has done after a time, the latest first, by: user, time, how many to
    /// skip
    public static void keepTo(RateLimit pace, Connection connection, String lately, String user, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lately)) {
            statement.setString(1, user);
            statement.setObject(2, at.minus(pace.period()).atOffset(ZoneOffset.UTC));
            statement.setInt(3, pace.most() - 1);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw pace.exceeded(row.getObject(1, OffsetDateTime.class).toInstant(), at);
                }
            }
        }
    }
}
