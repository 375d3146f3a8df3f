package io.lynceus.labels.storage;

import io.lynceus.labels.Answer;
import io.lynceus.labels.Ballots;
import io.lynceus.labels.FloodLimits;
import io.lynceus.labels.Lesson;
import io.lynceus.labels.Pace;
import io.lynceus.labels.Tally;
import io.lynceus.labels.Vote;
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
/// the
/// one before left.
@ApplicationScoped
class PostgresBallots implements Ballots {
    private static final String KNOWN = "SELECT FROM subjects WHERE source_id = ?";
    private static final String HELD = """
            SELECT known_class, class, ARRAY(SELECT key FROM jsonb_each(ln_odds)) AS evidence,
                   ARRAY(SELECT value::float8 FROM jsonb_each(ln_odds)) AS ln_odds
            FROM subjects WHERE source_id = ? FOR NO KEY UPDATE
            """;
    private static final String STANDING = "SELECT * FROM votes WHERE source_id = ? AND voter = ?";
    private static final String TALLY = "SELECT answer, count(*) FROM votes WHERE source_id = ? GROUP BY answer";
    private static final String CAST = """
            WITH counted AS (UPDATE subjects SET votes = votes + 1, unsettled = true
                             WHERE source_id = ? RETURNING source_id)
            INSERT INTO votes (source_id, voter, answer, comment, cast_at)
            SELECT source_id, ?, ?, ?, ? FROM counted
            """;

    private static final String LATELY =
            "SELECT cast_at FROM votes WHERE voter = ? AND cast_at > ? ORDER BY cast_at DESC OFFSET ? LIMIT 1";

    private final Transactions transactions;
    private final Pace pace;

    PostgresBallots(Transactions transactions, FloodLimits limits) {
        this.transactions = transactions;
        this.pace = limits.votes();
    }

    @Override
    public Optional<Cast> cast(Vote vote) {
        return transactions.run(connection -> {
            UserTurn.take(connection, vote.user());
            Optional<Vote> standing = standing(connection, vote);
            if (standing.isEmpty()) {
                UserTurn.keepTo(pace, connection, LATELY, vote.user(), vote.castAt());
            }
            Optional<Held> held = held(connection, vote.sourceId());
            if (held.isEmpty()) {
                return Optional.empty();
            }
            Optional<Lesson> lesson = held.get().lesson();
            Tally before = tally(connection, vote.sourceId());
            if (standing.isPresent()) {
                return Optional.of(new Cast(standing.get(), false, before, lesson));
            }
            insert(connection, vote);
            Assignments.done(connection, vote.sourceId(), vote.user());
            return Optional.of(new Cast(vote, true, before.plus(vote.answer()), lesson));
        });
    }

    @Override
    public Optional<Tally> tally(String sourceId) {
        return transactions.run(connection ->
                exists(connection, sourceId) ? Optional.of(tally(connection, sourceId)) : Optional.empty());
    }

    /// A source whose row is locked for one voter.
    private record Held(Optional<Lesson> lesson) {}

    private static Optional<Held> held(Connection connection, String sourceId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HELD)) {
            statement.setString(1, sourceId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Held(lesson(row))) : Optional.empty();
            }
        }
    }

    private static Optional<Lesson> lesson(ResultSet row) throws SQLException {
        String known = row.getString("known_class");
        return known == null
                ? Optional.empty()
                : Optional.of(Lesson.of(
                        answer(known), row.getString("class"), PostgresSubjects.numbers(row, "evidence", "ln_odds")));
    }

    static boolean exists(Connection connection, String sourceId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setString(1, sourceId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Optional<Vote> standing(Connection connection, Vote vote) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STANDING)) {
            statement.setString(1, vote.sourceId());
            statement.setString(2, vote.user());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(vote(row)) : Optional.empty();
            }
        }
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                row.getString("source_id"),
                row.getString("voter"),
                answer(row.getString("answer")),
                row.getString("comment"),
                row.getObject("cast_at", OffsetDateTime.class).toInstant());
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

    static Answer answer(String label) {
        return Answer.of(label).orElseThrow(() -> new IllegalStateException("unknown answer in table votes: " + label));
    }

    private static void insert(Connection connection, Vote vote) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CAST)) {
            statement.setString(1, vote.sourceId());
            statement.setString(2, vote.user());
            statement.setString(3, vote.answer().label());
            statement.setString(4, vote.comment());
            statement.setObject(5, vote.castAt().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
