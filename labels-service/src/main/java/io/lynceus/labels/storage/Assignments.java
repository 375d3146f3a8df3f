package io.lynceus.labels.storage;

import io.lynceus.labels.asking.AskingPolicy;
import io.lynceus.labels.asking.AskingPolicy.Kind;
import io.lynceus.labels.people.Volunteer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/// Assignments of sources to users, in the table `assignments`.
///
/// A source is taken with its row locked, and locked rows are passed over. So users that ask at the same time get
/// different sources, and wait for a row only where all are locked. A source is full when its votes and askers together
/// reach the rule's limit. Both are counted before the row is locked. A commit in between can make it one too many,
/// never more than there are requests at the same time. Assignments need not survive the database, so a commit does not
/// wait for the disk.
final class Assignments {
    private static final String HELD = """
            SELECT source_id FROM assignments JOIN subjects USING (source_id)
            WHERE voter = $1 AND expires_at > now() AND NOT retired AND NOT finished %s
            ORDER BY expires_at DESC, source_id LIMIT 1
            """;

    /// Among so many of the most urgent the load is spread.
    private static final int CANDIDATES = 200;

    /// The best of them, enough that one is not locked: more than a service has connections.
    private static final int BEST = 32;

    private static final String NOT_YET = """
            NOT EXISTS (SELECT FROM votes WHERE votes.source_id = subjects.source_id AND voter = $1)
            """;
    private static final String TRAINING = """
            WITH practised AS (
                SELECT known_class, count(*) AS answers FROM votes JOIN subjects USING (source_id)
                WHERE voter = $1 AND known_class IS NOT NULL GROUP BY known_class)
            SELECT source_id FROM subjects LEFT JOIN practised USING (known_class)
            WHERE NOT retired AND known_class IS NOT NULL AND\s""" + NOT_YET + """
            ORDER BY coalesce(answers, 0), votes, source_id LIMIT 1
            """;
    private static final String INTERESTING =
            chosen(NOT_YET, "urgency DESC, source_id", "urgency / (1 + count(voter)) DESC, candidates.source_id");
    private static final String ANY =
            chosen(NOT_YET + " AND md5(source_id) >= $2", "md5(source_id)", "md5(candidates.source_id)");
    private static final String PASS_OVER = " SKIP LOCKED";
    private static final String ASSIGN = """
            INSERT INTO assignments (source_id, voter, expires_at)
            SELECT $1::text, $2::text, now() + make_interval(secs => $3::float8)
            FROM set_config('synchronous_commit', 'off', true)
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
    static Optional<String> next(SqlConnection connection, AskingPolicy policy, String user) {
        Optional<String> found = first(connection, HELD.formatted(""), Tuple.of(user));
        if (found.isPresent()) {
            return found;
        }
        Volunteer volunteer = PostgresVolunteers.answers(connection, user);
        for (Kind kind : policy.order(volunteer)) {
            found = found.isPresent() ? found : ofKind(connection, kind, volunteer);
        }
        return assigned(connection, found, policy, user);
    }

    /// The source of known class that the user should look at next, held for the user from now on.
    static Optional<String> nextTraining(SqlConnection connection, AskingPolicy policy, String user) {
        Optional<String> held = first(connection, HELD.formatted("AND known_class IS NOT NULL"), Tuple.of(user));
        Optional<String> found = held.isPresent() ? held : first(connection, TRAINING, Tuple.of(user));
        return assigned(connection, found, policy, user);
    }

    private static Optional<String> ofKind(SqlConnection connection, Kind kind, Volunteer volunteer) {
        Tuple user = Tuple.of(volunteer.user());
        return switch (kind) {
            case TRAINING -> first(connection, TRAINING, user);
            case INTERESTING ->
                first(connection, INTERESTING + PASS_OVER, user).or(() -> first(connection, INTERESTING, user));
            case ANY -> first(connection, ANY + PASS_OVER, Tuple.of(volunteer.user(), place(volunteer)));
        };
    }

    /// Where among the hashes of all ids the search for any source begins.
    private static String place(Volunteer volunteer) {
        long lot = (long) (AskingPolicy.lot(volunteer.user(), -volunteer.votes()) * Long.MAX_VALUE);
        return "%016x".formatted(lot << 1);
    }

    private static Optional<String> first(SqlConnection connection, String query, Tuple arguments) {
        for (Row row : connection.preparedQuery(query).executeAndAwait(arguments)) {
            return Optional.of(row.getString(0));
        }
        return Optional.empty();
    }

    private static Optional<String> assigned(
            SqlConnection connection, Optional<String> found, AskingPolicy policy, String user) {
        found.ifPresent(sourceId -> connection.preparedQuery(ASSIGN).executeAndAwait(Tuple.of(sourceId, user, (double)
                policy.assignment().toSeconds())));
        return found;
    }

    static void forgetExpired(SqlConnection connection) {
        connection.preparedQuery(EXPIRED).executeAndAwait();
    }
}
