package io.lynceus.labels.storage;

import io.lynceus.labels.asking.AskingPolicy;
import io.lynceus.labels.people.Volunteer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Who is asked about what, in the table `assignments`.
///
/// A source is taken with its row locked, and rows that are locked are passed over: many who ask at once get sources of
/// their own, and wait for a row only where all are locked. A source that has its votes and askers together is full.
/// Both are counted before the row is locked, so what is committed in between can make it one too many, never more than
/// there are requests at once. What is held need not outlive the database: a commit does not wait for the disk.
final class Assignments {
    private static final String HELD = """
            SELECT source_id FROM assignments JOIN subjects USING (source_id)
            WHERE voter = ? AND expires_at > now() AND NOT retired AND NOT finished %s
            ORDER BY expires_at DESC, source_id LIMIT 1
            """;

    /// Among so many of the most urgent the load is spread.
    private static final int CANDIDATES = 200;

    /// The best of them, enough that one is not locked: more than a service has connections.
    private static final int BEST = 32;

    private static final String NOT_YET = """
            NOT EXISTS (SELECT FROM votes WHERE votes.source_id = subjects.source_id AND voter = ?)
            """;
    private static final String TRAINING = """
            WITH practised AS (
                SELECT known_class, count(*) AS answers FROM votes JOIN subjects USING (source_id)
                WHERE voter = ? AND known_class IS NOT NULL GROUP BY known_class)
            SELECT source_id FROM subjects LEFT JOIN practised USING (known_class)
            WHERE NOT retired AND known_class IS NOT NULL AND\s""" + NOT_YET + """
            ORDER BY coalesce(answers, 0), votes, source_id LIMIT 1
            """;
    private static final String INTERESTING =
            chosen(NOT_YET, "urgency DESC, source_id", "urgency / (1 + count(voter)) DESC, candidates.source_id");
    private static final String ANY =
            chosen(NOT_YET + " AND md5(source_id) >= ?", "md5(source_id)", "md5(candidates.source_id)");
    private static final String PASS_OVER = " SKIP LOCKED";
    private static final String ASSIGN = """
            INSERT INTO assignments (source_id, voter, expires_at)
            SELECT ?, ?, now() + make_interval(secs => ?) FROM set_config('synchronous_commit', 'off', true)
            ON CONFLICT (source_id, voter) DO UPDATE SET expires_at = excluded.expires_at
            """;
    private static final String EXPIRED = "DELETE FROM assignments WHERE expires_at < now()";

    private Assignments() {}

    private static String chosen(String condition, String first, String then) {
        return """
                WITH candidates AS (
                    SELECT source_id, urgency, votes FROM subjects
                    WHERE NOT retired AND NOT finished AND known_class IS NULL AND %s ORDER BY %s LIMIT %d),
                best AS (
                    SELECT candidates.source_id, row_number() OVER (ORDER BY %s) AS place
                    FROM candidates LEFT JOIN assignments
                        ON assignments.source_id = candidates.source_id AND expires_at > now()
                    GROUP BY candidates.source_id, urgency, votes
                    HAVING votes + count(voter) < (SELECT max_voters FROM retirement_rules WHERE active)
                    ORDER BY place LIMIT %d)
                SELECT source_id FROM subjects JOIN best USING (source_id) ORDER BY place LIMIT 1
                FOR NO KEY UPDATE OF subjects
                """.formatted(condition, first, CANDIDATES, then, BEST);
    }

    /// The source the user should look at next, held for the user from now on.
    static Optional<String> next(Connection connection, AskingPolicy policy, String user) throws SQLException {
        Optional<String> held = first(connection, HELD.formatted(""), user);
        if (held.isPresent()) {
            return held;
        }
        Volunteer volunteer = PostgresVolunteers.answers(connection, user);
        String place = "%016x".formatted((long) (AskingPolicy.lot(user, -volunteer.votes()) * Long.MAX_VALUE) << 1);
        Optional<String> found =
                switch (policy.kind(volunteer)) {
                    case TRAINING -> first(connection, TRAINING, user, user);
                    case INTERESTING -> first(connection, INTERESTING + PASS_OVER, user);
                    case ANY -> first(connection, ANY + PASS_OVER, user, place);
                };
        for (String query : List.of(INTERESTING + PASS_OVER, INTERESTING)) {
            found = found.isPresent() ? found : first(connection, query, user);
        }
        if (found.isEmpty()) {
            found = first(connection, TRAINING, user, user);
        }
        if (found.isPresent()) {
            assign(connection, found.get(), user, policy.assignment().toSeconds());
        }
        return found;
    }

    /// The source that catalogues know which the user should look at next, held for the user from now on.
    static Optional<String> nextTraining(Connection connection, AskingPolicy policy, String user) throws SQLException {
        Optional<String> held = first(connection, HELD.formatted("AND known_class IS NOT NULL"), user);
        Optional<String> found = held.isPresent() ? held : first(connection, TRAINING, user, user);
        if (found.isPresent()) {
            assign(connection, found.get(), user, policy.assignment().toSeconds());
        }
        return found;
    }

    private static Optional<String> first(Connection connection, String query, String... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static void assign(Connection connection, String sourceId, String user, long seconds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASSIGN)) {
            statement.setString(1, sourceId);
            statement.setString(2, user);
            statement.setDouble(3, seconds);
            statement.executeUpdate();
        }
    }

    static void forgetExpired(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXPIRED)) {
            statement.executeUpdate();
        }
    }
}
