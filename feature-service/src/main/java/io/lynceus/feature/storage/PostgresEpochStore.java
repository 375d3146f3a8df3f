package io.lynceus.feature.storage;

import io.lynceus.feature.Arrival;
import io.lynceus.feature.Epoch;
import io.lynceus.feature.EpochStore;
import io.lynceus.feature.storage.EpochBatch.Bereft;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    private static final String TAKE_AWAY_EPOCHS = """
            UPDATE epochs SET source_id = NULL WHERE detection_id = ANY ($1)
            """;

    private static final String MARK_BEREFT = """
            UPDATE sources SET revision = given.revision, merged = given.merged
            FROM unnest($1::text[], $2::bigint[], $3::boolean[]) AS given (id, revision, merged)
            WHERE sources.id = given.id
            """;

    private final Transactions transactions;

    PostgresEpochStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Recorded> record(List<Arrival> arrivals, Featuring featuring) {
        return arrivals.isEmpty() ? List.of() : transactions.withConnection(connection -> record(connection, arrivals, featuring));
    }

    private static List<Recorded> record(SqlConnection connection, List<Arrival> arrivals, Featuring featuring) {
        List<String> sourceIds = arrivals.stream()
                .flatMap(arrival ->
                        Stream.concat(Stream.of(arrival.sourceId()), arrival.association().formerSourceId().stream()))
                .distinct()
                .sorted()
                .toList();
        execute(connection, ADD_SOURCES, new BatchColumns().texts(sourceIds));
        EpochBatch batch = new EpochBatch();
        for (Row row : execute(connection, LOCK_SOURCES, new BatchColumns().texts(sourceIds))) {
            batch.know(new Bereft(row.getString("id"), row.getLong("revision"), row.getBoolean("merged")));
        }
        List<String> detectionIds =
                arrivals.stream().map(arrival -> arrival.epoch().detectionId()).toList();
        for (Row row : execute(
                connection, READ_KNOWN, new BatchColumns().texts(sourceIds).texts(detectionIds))) {
            batch.know(epochRow(row));
        }
        List<Recorded> recorded = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            recorded.add(batch.record(arrival, featuring));
        }
        takeAway(connection, batch);
        write(connection, REPLACE_EPOCHS, batch.replaced());
        write(connection, ADD_EPOCHS, batch.added());
        return recorded;
    }

    private static EpochRow epochRow(Row row) {
        return new EpochRow(
                row.getString("detection_id"),
                row.getString("source_id"),
                row.getLong("revision"),
                row.getInteger("association_revision"),
                row.getString("epoch"),
                bytes(row.getBuffer("digest")),
                bytes(row.getBuffer("features")));
    }

    private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }

    private static void takeAway(SqlConnection connection, EpochBatch batch) {
        List<Bereft> bereft = batch.bereft();
        if (bereft.isEmpty()) {
            return;
        }
        execute(
                connection,
                MARK_BEREFT,
                new BatchColumns()
                        .texts(bereft, Bereft::id)
                        .longs(bereft, Bereft::revision)
                        .booleans(bereft, Bereft::merged));
        execute(connection, TAKE_AWAY_EPOCHS, new BatchColumns().texts(batch.departed()));
    }

    private static void write(SqlConnection connection, String sql, List<EpochRow> rows) {
        if (!rows.isEmpty()) {
            execute(
                    connection,
                    sql,
                    new BatchColumns()
                            .texts(rows, EpochRow::detectionId)
                            .texts(rows, EpochRow::sourceId)
                            .longs(rows, EpochRow::revision)
                            .integers(rows, EpochRow::associationRevision)
                            .texts(rows, EpochRow::epoch)
                            .bytes(rows, EpochRow::digest)
                            .bytes(rows, EpochRow::features));
        }
    }

    private static RowSet<Row> execute(SqlConnection connection, String sql, BatchColumns columns) {
        return connection.preparedQuery(sql).executeAndAwait(columns.tuple());
    }

    @Override
    public Map<String, List<StoredEpoch>> epochs(Collection<String> sourceIds) {
        List<EpochEntity> stored = transactions.withSession(session -> session.await(step -> step.createSelectionQuery(
                        "FROM EpochEntity WHERE sourceId IN :sources ORDER BY sourceId, revision", EpochEntity.class)
                .setParameter("sources", sourceIds)
                .getResultList()));
        return stored.stream()
                .collect(Collectors.groupingBy(
                        EpochEntity::sourceId, Collectors.mapping(EpochEntity::epoch, Collectors.toList())));
    }
}
