package io.lynceus.labels.storage;

import io.lynceus.labels.conduct.RateLimit;
import io.lynceus.labels.conduct.RateLimits;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.labels.voting.Lesson;
import io.lynceus.labels.voting.Tally;
import io.lynceus.labels.voting.Vote;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Votes in the table `votes`.
///
/// Votes of one user take turns, then votes for one source on its row in `subjects`, so that each sees the tally that
/// the one before left. The row is taken last and for one journey to the database.
@ApplicationScoped
public class PostgresBallots implements Ballots {
    private static final String KNOWN = "SELECT FROM subjects WHERE source_id = ?";
    private static final String TALLY = "SELECT answer, count(*) FROM votes WHERE source_id = ? GROUP BY answer";

    /// Marks the source where the vote is the user's first, then tells which vote stands: one journey.
    private static final String CAST = """
            WITH first AS (
                INSERT INTO votes (source_id, voter, answer, comment, cast_at, time_spent_s, hints)
                SELECT source_id, ?, ?, ?, ?, ?, ? FROM subjects WHERE source_id = ?
                ON CONFLICT DO NOTHING RETURNING source_id)
            UPDATE subjects SET votes = votes + 1, unsettled = true FROM first
            WHERE subjects.source_id = first.source_id;
            DELETE FROM assignments WHERE source_id = ? AND voter = ?;
            SELECT known_class, class, standing.*,
                   ARRAY(SELECT answer FROM votes WHERE source_id = subjects.source_id) AS answers,
                   ARRAY(SELECT key FROM jsonb_each(ln_odds) WHERE known_class IS NOT NULL) AS evidence,
                   ARRAY(SELECT value::float8 FROM jsonb_each(ln_odds) WHERE known_class IS NOT NULL) AS ln_odds
            FROM subjects JOIN votes AS standing USING (source_id) WHERE source_id = ? AND voter = ?
            """;

    private static final String STANDING = "SELECT FROM votes WHERE source_id = ? AND voter = ?";
    private static final String LATELY =
            "SELECT cast_at FROM votes WHERE voter = ? AND cast_at > ? ORDER BY cast_at DESC OFFSET ? LIMIT 1";

    private final Transactions transactions;
    private final RateLimit pace;

    PostgresBallots(Transactions transactions, RateLimits limits) {
        this.transactions = transactions;
        this.pace = limits.votes();
    }

    @Override
    public Optional<VoteReceipt> cast(Vote vote) {
        return transactions.run(connection -> {
            UserTurn.take(connection, vote.user());
            if (!stands(connection, vote)) {
                UserTurn.keepTo(pace, connection, LATELY, vote.user(), vote.castAt());
            }
            try (PreparedStatement statement = connection.prepareStatement(CAST)) {
                statement.setString(1, vote.user());
                statement.setString(2, vote.answer().label());
                statement.setString(3, vote.comment());
                statement.setObject(4, vote.castAt().atOffset(ZoneOffset.UTC));
                VoteDetailColumns.bind(statement, 5, vote.details());
                for (int source : new int[] {7, 8, 10}) {
                    statement.setString(source, vote.sourceId());
                }
                for (int user : new int[] {9, 11}) {
                    statement.setString(user, vote.user());
                }
                statement.execute();
                boolean counted = statement.getUpdateCount() == 1;
                statement.getMoreResults();
                statement.getMoreResults();
                try (ResultSet row = statement.getResultSet()) {
                    return row.next()
                            ? Optional.of(new VoteReceipt(vote(row), counted, tally(row), lesson(row)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public Optional<Tally> tally(String sourceId) {
        return transactions.run(connection ->
                exists(connection, sourceId) ? Optional.of(tally(connection, sourceId)) : Optional.empty());
    }

    private static Optional<Lesson> lesson(ResultSet row) throws SQLException {
        String known = row.getString("known_class");
        return known == null
                ? Optional.empty()
                : Optional.of(Lesson.of(
                        answer(known), row.getString("class"), PostgresSubjects.numbers(row, "evidence", "ln_odds")));
    }

    public static boolean exists(Connection connection, String sourceId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setString(1, sourceId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean stands(Connection connection, Vote vote) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STANDING)) {
            statement.setString(1, vote.sourceId());
            statement.setString(2, vote.user());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                row.getString("source_id"),
                row.getString("voter"),
                answer(row.getString("answer")),
                row.getString("comment"),
                row.getObject("cast_at", OffsetDateTime.class).toInstant(),
                VoteDetailColumns.read(row));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        Tally tally = Tally.EMPTY;
        for (String answer : (String[]) row.getArray("answers").getArray()) {
            tally = tally.plus(answer(answer));
        }
        return tally;
    }

    static Tally tally(Connection connection, String sourceId) throws SQLException {
        Map<Answer, Integer> counts = new EnumMap<>(Answer.class);
        try (PreparedStatement statement = connection.prepareStatement(TALLY)) {
            statement.setString(1, sourceId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(answer(rows.getString(1)), rows.getInt(2));
                }
            }
        }
        return new Tally(counts);
    }

    public static Answer answer(String label) {
        return Answer.of(label).orElseThrow(() -> new IllegalStateException("unknown answer in table votes: " + label));
    }
}
