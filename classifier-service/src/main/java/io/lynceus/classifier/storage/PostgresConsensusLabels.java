package io.lynceus.classifier.storage;

import io.lynceus.classifier.ConsensusChange;
import io.lynceus.classifier.ConsensusLabels;
import io.lynceus.classifier.SourceLabel;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The volunteers' labels in PostgreSQL. A withdrawn label keeps its row, so that an older one cannot come back.
@ApplicationScoped
class PostgresConsensusLabels implements ConsensusLabels {
    private static final String RECORD = """
            INSERT INTO consensus_label AS kept (source_id, announced_at, class, confidence, voters, method)
            SELECT id, announced::timestamptz, class, confidence, voters, method
            FROM unnest(?::text[], ?::text[], ?::text[], ?::float8[], ?::bigint[], ?::text[])
                AS batch (id, announced, class, confidence, voters, method)
            ON CONFLICT (source_id) DO UPDATE SET announced_at = excluded.announced_at, class = excluded.class,
                confidence = excluded.confidence, voters = excluded.voters, method = excluded.method
            WHERE kept.announced_at < excluded.announced_at""";

    private static final String LABELS = """
            SELECT source_id, class, confidence, voters, method, announced_at FROM consensus_label
            WHERE confidence >= ? ORDER BY source_id""";

    private final Transactions transactions;

    PostgresConsensusLabels(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(Collection<ConsensusChange> changes) {
        TreeMap<String, ConsensusChange> latest = new TreeMap<>();
        changes.forEach(change -> latest.merge(
                change.sourceId(),
                change,
                (one, other) -> other.announcedAt().isBefore(one.announcedAt()) ? one : other));
        if (latest.isEmpty()) {
            return;
        }
        Collection<ConsensusChange> rows = latest.values();
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
                new BatchColumns(statement)
                        .texts(rows, ConsensusChange::sourceId)
                        .texts(rows, change -> change.announcedAt().toString())
                        .texts(rows, change -> of(change, ConsensusChange.Label::sourceClass))
                        .doubles(rows, change -> of(change, ConsensusChange.Label::confidence))
                        .longs(rows, change -> of(change, label -> (long) label.voters()))
                        .texts(rows, change -> of(change, ConsensusChange.Label::method));
                return statement.executeUpdate();
            }
        });
    }

    private static <T> @Nullable T of(ConsensusChange change, Function<ConsensusChange.Label, T> value) {
        return change.label().map(value).orElse(null);
    }

    @Override
    public List<SourceLabel> labels(double leastConfidence) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LABELS)) {
                statement.setDouble(1, leastConfidence);
                try (ResultSet rows = statement.executeQuery()) {
                    List<SourceLabel> labels = new ArrayList<>();
                    while (rows.next()) {
                        labels.add(new SourceLabel(
                                rows.getString(1),
                                new ConsensusChange.Label(
                                        rows.getString(2), rows.getDouble(3), rows.getInt(4), rows.getString(5)),
                                rows.getObject(6, OffsetDateTime.class).toInstant()));
                    }
                    return labels;
                }
            }
        });
    }
}
