package io.lynceus.classifier.storage;

import io.lynceus.classifier.ClassMove;
import io.lynceus.classifier.ClassificationBatch;
import io.lynceus.classifier.ClassificationRecord;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.HistoryEntry;
import io.lynceus.classifier.PublishedClassification;
import io.lynceus.classifier.SourceClassification;
import io.lynceus.classifier.SourceQuery;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Classifications in PostgreSQL.
@ApplicationScoped
class PostgresClassificationStore implements ClassificationStore {
    private static final String RETIRE = """
        INSERT INTO retired_sources (source_id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING\
        """;

    private static final String DELETE_RETIRED = "DELETE FROM sources WHERE source_id = ANY ($1)";

    private static final String MOVES = """
        SELECT earlier.class AS earlier, sources.class AS later, count(*) AS moved
        FROM sources CROSS JOIN LATERAL (
            SELECT class FROM classifications
            WHERE classifications.source_id = sources.source_id AND activation < $1
            ORDER BY activation DESC, revision DESC, detection_id LIMIT 1) AS earlier
        WHERE sources.activation = $1 AND earlier.class <> sources.class
        GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2\
        """;

    private final Transactions transactions;

    PostgresClassificationStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Kept> record(List<ClassificationRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        ClassificationBatch batch = new ClassificationBatch(records);
        return transactions.withConnection(connection -> new ClassificationWriter(connection).write(batch));
    }

    @Override
    public void retire(Collection<String> sourceIds) {
        if (!sourceIds.isEmpty()) {
            TreeSet<String> sorted = new TreeSet<>(sourceIds);
            transactions.withConnection(connection -> {
                connection
                        .preparedQuery(RETIRE)
                        .executeAndAwait(new BatchColumns().texts(sorted).tuple());
                return connection
                        .preparedQuery(DELETE_RETIRED)
                        .executeAndAwait(new BatchColumns().texts(sorted).tuple());
            });
        }
    }

    @Override
    public Optional<PublishedClassification> source(String sourceId) {
        return Optional.ofNullable(transactions.withSession(
                        session -> session.await(step -> step.get(PublishedSourceEntity.class, sourceId))))
                .map(PublishedSourceEntity::publishedSource);
    }

    @Override
    public List<HistoryEntry> history(String sourceId) {
        List<ClassificationEntity> entries = transactions.withSession(
                session -> session.await(step -> step.createSelectionQuery("""
                    FROM ClassificationEntity WHERE sourceId = :source
                    ORDER BY activation DESC, revision DESC, detectionId, modelName, modelVersion\
                    """, ClassificationEntity.class)
                        .setParameter("source", sourceId)
                        .getResultList()));
        return entries.stream().map(ClassificationEntity::entry).toList();
    }

    @Override
    public List<ClassMove> moves(long activation) {
        return transactions.withConnection(connection -> {
            List<ClassMove> moves = new ArrayList<>();
            for (Row row : connection
                    .preparedQuery(MOVES)
                    .executeAndAwait(new BatchColumns().value(activation).tuple())) {
                moves.add(new ClassMove(row.getString("earlier"), row.getString("later"), row.getLong("moved")));
            }
            return moves;
        });
    }

    @Override
    public List<SourceClassification> search(SourceQuery query) {
        return search(new SourceSearch(LatestClassification.COLUMNS, query), SourceEntity.class).stream()
                .map(SourceEntity::source)
                .toList();
    }

    @Override
    public List<PublishedClassification> searchPublished(SourceQuery query) {
        return search(new SourceSearch(PublishedSourceEntity.COLUMNS, query), PublishedSourceEntity.class).stream()
                .map(PublishedSourceEntity::publishedSource)
                .toList();
    }

    private <T> List<T> search(SourceSearch search, Class<T> entity) {
        return transactions.withSession(session -> session.await(step -> {
            var query = step.createNativeQuery(search.sql(), entity);
            search.parameters().forEach(query::setParameter);
            return query.getResultList();
        }));
    }
}
