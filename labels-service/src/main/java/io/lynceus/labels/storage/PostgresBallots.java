package io.lynceus.labels.storage;

import io.lynceus.labels.Answer;
import io.lynceus.labels.Ballots;
import io.lynceus.labels.ConsensusMethod;
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
/// Votes for one source take turns on its row in `subjects`, so that each sees the tally that the one before left.
@ApplicationScoped
class PostgresBallots implements Ballots {
    private static final String KNOWN = "SELECT FROM subjects WHERE source_id = ?";
    private static final String STANDING = "SELECT * FROM votes WHERE source_id = ? AND voter = ?";
    private static final String TALLY = "SELECT answer, count(*) FROM votes WHERE source_id = ? GROUP BY answer";
    private static final String CAST = """
            WITH counted AS (UPDATE subjects SET votes = votes + 1 WHERE source_id = ? RETURNING source_id)
            INSERT INTO votes (source_id, voter, answer, comment, cast_at)
            SELECT source_id, ?, ?, ?, ? FROM counted
            """;
    private static final String CHANGE = """
            INSERT INTO consensus_changes (source_id, revision) VALUES (?, 1)
            ON CONFLICT (source_id) DO UPDATE SET revision = consensus_changes.revision + 1
            """;

    private final Transactions transactions;
    private final ConsensusMethod method;

    PostgresBallots(Transactions transactions, ConsensusMethod method) {
        this.transactions = transactions;
        this.method = method;
    }

    @Override
    public Optional<Cast> cast(Vote vote) {
        return transactions.run(connection -> {
            if (!exists(connection, KNOWN + " FOR NO KEY UPDATE", vote.sourceId())) {
                return Optional.empty();
            }
            Tally before = tally(connection, vote.sourceId());
            Optional<Vote> standing = standing(connection, vote);
            if (standing.isPresent()) {
                return Optional.of(new Cast(standing.get(), false, before));
            }
            Tally after = before.plus(vote.answer());
            insert(connection, vote);
            if (method.consensus(before).isPresent() || method.consensus(after).isPresent()) {
                execute(connection, CHANGE, vote.sourceId());
            }
            return Optional.of(new Cast(vote, true, after));
        });
    }

    @Override
    public Optional<Tally> tally(String sourceId) {
        return transactions.run(connection ->
                exists(connection, KNOWN, sourceId) ? Optional.of(tally(connection, sourceId)) : Optional.empty());
    }

    private static boolean exists(Connection connection, String query, String sourceId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
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

    private static Tally tally(Connection connection, String sourceId) throws SQLException {
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

    private static void execute(Connection connection, String update, String sourceId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, sourceId);
            statement.executeUpdate();
        }
    }
}
