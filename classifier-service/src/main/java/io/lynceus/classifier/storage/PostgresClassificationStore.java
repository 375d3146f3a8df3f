package io.lynceus.classifier.storage;

import io.lynceus.classifier.ClassMove;
import io.lynceus.classifier.ClassificationRecord;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.HistoryEntry;
import io.lynceus.classifier.PublishedClassification;
import io.lynceus.classifier.SourceClassification;
import io.lynceus.classifier.SourceQuery;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Classifications in PostgreSQL.
@ApplicationScoped
class PostgresClassificationStore implements ClassificationStore {
    private static final String SOURCE = "SELECT " + StoredRows.PUBLISHED_COLUMNS + " FROM source WHERE source_id = ?";
    private static final String HISTORY = "SELECT " + StoredRows.ENTRY_COLUMNS
            + " FROM classification WHERE source_id = ?"
            + " ORDER BY activation DESC, revision DESC, detection_id, model_name, model_version";

    private static final List<String> RETIRE = List.of(
            "INSERT INTO retired_source (source_id) SELECT unnest(?) ON CONFLICT DO NOTHING",
            "DELETE FROM source WHERE source_id = ANY (?)");

    private static final String MOVES = """
            SELECT earlier.class, source.class, count(*)
            FROM source CROSS JOIN LATERAL (
                SELECT class FROM classification
                WHERE classification.source_id = source.source_id AND activation < ?
                ORDER BY activation DESC, revision DESC, detection_id LIMIT 1) AS earlier
            WHERE source.activation = ? AND earlier.class <> source.class
            GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2""";

    private final Transactions transactions;

    PostgresClassificationStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Kept> record(List<ClassificationRecord> batch) {
        return batch.isEmpty()
                ? List.of()
                : transactions.run(connection -> new ClassificationBatch(connection).record(batch));
    }

    @Override
    public void retire(Collection<String> sourceIds) {
        if (!sourceIds.isEmpty()) {
            SortedSet<String> sorted = new TreeSet<>(sourceIds);
            transactions.run(connection -> {
                int retired = 0;
                for (String sql : RETIRE) {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        new BatchColumns(statement).texts(sorted);
                        retired = statement.executeUpdate();
                    }
                }
                return retired;
            });
        }
    }

    @Override
    public Optional<PublishedClassification> source(String sourceId) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SOURCE)) {
                statement.setString(1, sourceId);
                return list(statement, StoredRows::published).stream().findFirst();
            }
        });
    }

    @Override
    public List<HistoryEntry> history(String sourceId) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(HISTORY)) {
                statement.setString(1, sourceId);
                return list(statement, StoredRows::entry);
            }
        });
    }

    @Override
    public List<ClassMove> moves(long activation) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MOVES)) {
                statement.setLong(1, activation);
                statement.setLong(2, activation);
                return list(statement, rows -> new ClassMove(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        });
    }

    @Override
    public List<SourceClassification> search(SourceQuery query) {
        return search(new SourceSearch(StoredRows.SOURCE_COLUMNS, query), StoredRows::source);
    }

    @Override
    public List<PublishedClassification> searchPublished(SourceQuery query) {
        return search(new SourceSearch(StoredRows.PUBLISHED_COLUMNS, query), StoredRows::published);
    }

    private <T> List<T> search(SourceSearch search, RowReader<T> reader) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = search.prepare(connection)) {
                return list(statement, reader);
            }
        });
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(reader.read(rows));
            }
        }
        return values;
    }
}
