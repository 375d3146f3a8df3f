package io.lynceus.feature.storage;

import io.lynceus.feature.Arrival;
import io.lynceus.feature.EpochStore;
import io.lynceus.feature.EpochUpdate;
import io.lynceus.feature.EpochUpdate.Addition;
import io.lynceus.feature.EpochUpdate.StoredEpoch;
import io.lynceus.feature.EpochUpdate.StoredSource;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Epochs in the tables `sources` and `epochs`: one statement per batch and table.
///
/// The rows of the batch's sources are locked in the order of their ids, so that instances that meet on a source
/// take turns and never wait in a circle; what is stored is read after that.
@ApplicationScoped
class PostgresEpochStore implements EpochStore {
    private static final String ADD_SOURCES = """
            INSERT INTO sources (id) SELECT id FROM unnest($1::text[]) AS given (id) ORDER BY id ON CONFLICT DO NOTHING
            """;

    private static final String LOCK_SOURCES = """
            SELECT id, revision, merged FROM sources WHERE id = ANY ($1) ORDER BY id FOR UPDATE
            """;

    // Two searches by index rather than one by either column, which would read the whole table.
    private static final String READ_KNOWN = """
            SELECT detection_id, source_id, revision, association_revision, epoch::text AS epoch, NULL AS digest, NULL AS features
            FROM epochs WHERE source_id = ANY ($1) AND detection_id <> ALL ($2)
            UNION ALL
            SELECT detection_id, source_id, revision, association_revision, epoch::text, digest, features
            FROM epochs WHERE detection_id = ANY ($2)
            """;

    private static final String ADD_EPOCHS = """
            INSERT INTO epochs (detection_id, source_id, revision, association_revision, epoch, digest, features)
            SELECT detection_id, source_id, revision, association, epoch::json, digest, features
            FROM unnest($1::text[], $2::text[], $3::bigint[], $4::integer[], $5::text[], $6::bytea[], $7::bytea[])
                AS given (detection_id, source_id, revision, association, epoch, digest, features)
            """;

    private static final String REPLACE_EPOCHS = """
            UPDATE epochs SET source_id = given.source_id, revision = given.revision,
                association_revision = given.association, epoch = given.epoch::json, digest = given.digest,
                features = given.features
            FROM unnest($1::text[], $2::text[], $3::bigint[], $4::integer[], $5::text[], $6::bytea[], $7::bytea[])
                AS given (detection_id, source_id, revision, association, epoch, digest, features)
            WHERE epochs.detection_id = given.detection_id
            """;

    private static final String DETACH_EPOCHS = """
            UPDATE epochs SET source_id = NULL WHERE detection_id = ANY ($1)
            """;

    private static final String MARK_LEFT = """
            UPDATE sources SET revision = given.revision, merged = given.merged
            FROM unnest($1::text[], $2::bigint[], $3::boolean[]) AS given (id, revision, merged)
            WHERE sources.id = given.id
            """;

    private final Transactions transactions;
    private final FeatureExtractor extractor;

    PostgresEpochStore(Transactions transactions, FeatureExtractor extractor) {
        this.transactions = transactions;
        this.extractor = extractor;
    }

    @Override
    public List<Recorded> record(List<Arrival> arrivals) {
        return arrivals.isEmpty() ? List.of() : transactions.withConnection(connection -> record(connection, arrivals));
    }

    private List<Recorded> record(SqlConnection connection, List<Arrival> arrivals) {
        List<String> sourceIds = arrivals.stream()
                .flatMap(arrival ->
                        Stream.concat(Stream.of(arrival.sourceId()), arrival.association().formerSourceId().stream()))
                .distinct()
                .sorted()
                .toList();
        List<String> detectionIds =
                arrivals.stream().map(arrival -> arrival.epoch().detectionId()).toList();
        execute(connection, ADD_SOURCES, new BatchColumns().texts(sourceIds));
        List<StoredSource> sources = execute(connection, LOCK_SOURCES, new BatchColumns().texts(sourceIds)).stream()
                .map(row -> new StoredSource(row.getString("id"), row.getLong("revision"), row.getBoolean("merged")))
                .toList();
        List<StoredEpoch> epochs =
                execute(
                                connection,
                                READ_KNOWN,
                                new BatchColumns().texts(sourceIds).texts(detectionIds))
                        .stream()
                        .map(PostgresEpochStore::storedEpoch)
                        .toList();
        EpochUpdate update = EpochUpdate.of(sources, epochs, arrivals, extractor);
        detach(connection, update);
        write(connection, REPLACE_EPOCHS, update.replaced());
        write(connection, ADD_EPOCHS, update.added());
        return update.recorded();
    }

    private static StoredEpoch storedEpoch(Row row) {
        Buffer digest = row.getBuffer("digest");
        Buffer features = row.getBuffer("features");
        return new StoredEpoch(
                Optional.ofNullable(row.getString("source_id")),
                row.getLong("revision"),
                row.getInteger("association_revision"),
                EpochJson.read(row.getString("epoch")),
                digest == null || features == null
                        ? Optional.empty()
                        : Optional.of(new Addition(digest.getBytes(), FeatureVectorJson.read(features.getBytes()))));
    }

    private static void detach(SqlConnection connection, EpochUpdate update) {
        List<StoredSource> left = update.left();
        if (left.isEmpty()) {
            return;
        }
        execute(
                connection,
                MARK_LEFT,
                new BatchColumns()
                        .texts(left, StoredSource::id)
                        .longs(left, StoredSource::revision)
                        .booleans(left, StoredSource::merged));
        execute(connection, DETACH_EPOCHS, new BatchColumns().texts(update.departed()));
    }

    private static void write(SqlConnection connection, String sql, List<StoredEpoch> epochs) {
        if (epochs.isEmpty()) {
            return;
        }
        execute(
                connection,
                sql,
                new BatchColumns()
                        .texts(epochs, StoredEpoch::detectionId)
                        .texts(epochs, epoch -> orNull(epoch.sourceId()))
                        .longs(epochs, StoredEpoch::revision)
                        .integers(epochs, StoredEpoch::associationRevision)
                        .texts(epochs, epoch -> EpochJson.write(epoch.epoch()))
                        .bytes(epochs, epoch -> orNull(epoch.addition().map(Addition::digest)))
                        .bytes(
                                epochs,
                                epoch -> orNull(
                                        epoch.addition().map(Addition::features).map(FeatureVectorJson::write))));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    private static RowSet<Row> execute(SqlConnection connection, String sql, BatchColumns columns) {
        return connection.preparedQuery(sql).executeAndAwait(columns.tuple());
    }

    @Override
    public Map<String, List<EpochOfSource>> epochs(Collection<String> sourceIds) {
        List<EpochEntity> stored = transactions.withSession(session -> session.await(step -> step.createSelectionQuery(
                        "FROM EpochEntity WHERE sourceId IN :sources ORDER BY sourceId, revision", EpochEntity.class)
                .setParameter("sources", sourceIds)
                .getResultList()));
        return stored.stream()
                .collect(Collectors.groupingBy(
                        EpochEntity::sourceId, Collectors.mapping(EpochEntity::epoch, Collectors.toList())));
    }
}
