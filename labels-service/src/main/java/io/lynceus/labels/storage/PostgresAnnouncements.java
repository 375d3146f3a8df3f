package io.lynceus.labels.storage;

import io.lynceus.labels.Announcement;
import io.lynceus.labels.Announcements;
import io.lynceus.labels.Consensus;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Tally;
import io.lynceus.runtime.storage.BatchColumns;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The outbox in the table `consensus_changes`.
///
/// Instances take turns, from the reading of changes until what was sent is acknowledged and marked. So two never send
/// at once, and an older state does not overtake a newer one.
@ApplicationScoped
class PostgresAnnouncements implements Announcements {
    private static final String PENDING = """
            SELECT pending.source_id, pending.revision, consensus, confidence, votes.answer, count(*) AS votes
            FROM (SELECT source_id, revision FROM consensus_changes
                  WHERE announced < revision ORDER BY source_id LIMIT $1) AS pending
            JOIN subjects USING (source_id) JOIN votes USING (source_id)
            WHERE counted
            GROUP BY 1, 2, 3, 4, 5
            """;
    private static final String SENT = """
            UPDATE consensus_changes SET announced = sent.revision
            FROM unnest($1::text[], $2::bigint[]) AS sent (source_id, revision)
            WHERE consensus_changes.source_id = sent.source_id
            """;

    private final Pool pool;

    PostgresAnnouncements(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<SendingTurn> takeTurn() {
        return Turn.tryTake(pool, Turn.OUTBOX).map(PostgresTurn::new);
    }

    /// Reads and marks on the connection that holds the turn: if it is lost, so is the turn, and nothing more is
    /// marked.
    private record PostgresTurn(Turn turn) implements SendingTurn {
        @Override
        public List<Announcement> pending(int limit) {
            return turn.with(connection -> PostgresAnnouncements.pending(connection, limit));
        }

        @Override
        public void sent(List<Announcement> changes) {
            var unused = turn.with(connection -> connection
                    .preparedQuery(SENT)
                    .executeAndAwait(new BatchColumns()
                            .texts(changes, Announcement::sourceId)
                            .longs(changes, Announcement::revision)
                            .tuple())
                    .rowCount());
        }

        @Override
        public void close() {
            turn.close();
        }
    }

    private static List<Announcement> pending(SqlConnection connection, int limit) {
        Map<Change, Map<Answer, Integer>> counts = new LinkedHashMap<>();
        for (Row row : connection.preparedQuery(PENDING).executeAndAwait(Tuple.of(limit))) {
            Double confidence = row.getDouble("confidence");
            counts.computeIfAbsent(
                            new Change(
                                    row.getString("source_id"),
                                    row.getLong("revision"),
                                    StoredValues.answerOrEmpty(row.getString("consensus")),
                                    confidence == null ? 0 : confidence),
                            change -> new EnumMap<>(Answer.class))
                    .put(StoredValues.answer(row.getString("answer")), row.getInteger("votes"));
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().announcement(new Tally(entry.getValue())))
                .toList();
    }

    private record Change(String sourceId, long revision, Optional<Answer> consensus, double confidence) {
        Announcement announcement(Tally tally) {
            return new Announcement(
                    sourceId,
                    revision,
                    consensus.map(answer -> new Consensus(
                            answer,
                            confidence,
                            (double) tally.count(answer) / tally.voters(),
                            tally,
                            Consensus.METHOD)));
        }
    }
}
