package io.lynceus.labels.storage;

import io.lynceus.labels.Announcement;
import io.lynceus.labels.Announcements;
import io.lynceus.labels.Consensus;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Tally;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The outbox in the table `consensus_changes`.
///
/// Instances take turns by an advisory lock that the transaction holds until what it sent is acknowledged: two never
/// send at once, so an older state does not overtake a newer one, and the lock of a killed instance goes with its
/// connection.
@ApplicationScoped
class PostgresAnnouncements implements Announcements {
    private static final String TURN = "SELECT pg_try_advisory_xact_lock(hashtext('consensus_changes'))";
    private static final String PENDING = """
            SELECT pending.source_id, pending.revision, consensus, confidence, votes.answer, count(*)
            FROM (SELECT source_id, revision FROM consensus_changes
                  WHERE announced < revision ORDER BY source_id LIMIT ?) AS pending
            JOIN subjects USING (source_id) JOIN votes USING (source_id)
            WHERE counted
            GROUP BY 1, 2, 3, 4, 5
            """;
    private static final String ANNOUNCED = """
            UPDATE consensus_changes SET announced = sent.revision
            FROM unnest(?::text[], ?::bigint[]) AS sent (source_id, revision)
            WHERE consensus_changes.source_id = sent.source_id
            """;

    private final Transactions transactions;

    PostgresAnnouncements(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int drain(int limit, Consumer<List<Announcement>> deliver) {
        return transactions.run(connection -> {
            if (!isOurTurn(connection)) {
                return 0;
            }
            List<Announcement> pending = pending(connection, limit);
            if (!pending.isEmpty()) {
                deliver.accept(pending);
                forget(connection, pending);
            }
            return pending.size();
        });
    }

    private static boolean isOurTurn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TURN);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static List<Announcement> pending(Connection connection, int limit) throws SQLException {
        Map<Change, Map<Answer, Integer>> counts = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PENDING)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.computeIfAbsent(
                                    new Change(
                                            rows.getString(1),
                                            rows.getLong(2),
                                            Optional.ofNullable(rows.getString(3)),
                                            rows.getDouble(4)),
                                    change -> new EnumMap<>(Answer.class))
                            .put(PostgresBallots.answer(rows.getString(5)), rows.getInt(6));
                }
            }
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().announcement(new Tally(entry.getValue())))
                .toList();
    }

    private record Change(String sourceId, long revision, Optional<String> consensus, double confidence) {
        Announcement announcement(Tally tally) {
            return new Announcement(
                    sourceId,
                    revision,
                    consensus
                            .map(PostgresBallots::answer)
                            .map(answer -> new Consensus(
                                    answer,
                                    confidence,
                                    (double) tally.count(answer) / tally.voters(),
                                    tally,
                                    Consensus.METHOD)));
        }
    }

    private static void forget(Connection connection, List<Announcement> sent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANNOUNCED)) {
            BatchColumns columns = new BatchColumns(statement);
            columns.texts(sent, Announcement::sourceId);
            columns.longs(sent, Announcement::revision);
            statement.executeUpdate();
        }
    }
}
