package io.lynceus.feature.storage;

import io.lynceus.feature.Arrival;
import io.lynceus.feature.Epoch;
import io.lynceus.feature.EpochStore;
import io.lynceus.feature.storage.EpochBatch.Bereft;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Epochs in the tables `sources` and `epochs`: one statement per batch and table.
///
/// The rows of the batch's sources are locked in the order of their ids, so that instances that meet on a source
/// take turns and never wait in a circle; what is stored is read after that.
@ApplicationScoped
class PostgresEpochStore implements EpochStore {
    private static final String ADD_SOURCES = """
            INSERT INTO sources (id) SELECT id FROM unnest(?::text[]) AS given (id) ORDER BY id ON CONFLICT DO NOTHING
            """;

    private static final String LOCK_SOURCES = """
            SELECT id, revision, merged FROM sources WHERE id = ANY (?) ORDER BY id FOR UPDATE
            """;

    // Two searches by index rather than one by either column, which would read the whole table.
    private static final String READ_KNOWN = """
            SELECT detection_id, source_id, revision, association_revision, epoch, NULL AS digest, NULL AS features
            FROM epochs WHERE source_id = ANY (?) AND detection_id <> ALL (?)
            UNION ALL
            SELECT detection_id, source_id, revision, association_revision, epoch, digest, features
            FROM epochs WHERE detection_id = ANY (?)
            """;

    private static final String READ_EPOCHS = """
            SELECT source_id, revision, epoch FROM epochs WHERE source_id = ANY (?) ORDER BY source_id, revision
            """;

    private static final String ADD_EPOCHS = """
            INSERT INTO epochs (detection_id, source_id, revision, association_revision, epoch, digest, features)
            SELECT detection_id, source_id, revision, association, epoch::json, digest, features
            FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])
                AS given (detection_id, source_id, revision, association, epoch, digest, features)
            """;

    private static final String REPLACE_EPOCHS = """
            UPDATE epochs SET source_id = given.source_id, revision = given.revision,
                association_revision = given.association, epoch = given.epoch::json, digest = given.digest,
                features = given.features
            FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])
                AS given (detection_id, source_id, revision, association, epoch, digest, features)
            WHERE epochs.detection_id = given.detection_id
            """;

    private static final String TAKE_AWAY_EPOCHS = """
            UPDATE epochs SET source_id = NULL WHERE detection_id = ANY (?)
            """;

    private static final String MARK_BEREFT = """
            UPDATE sources SET revision = given.revision, merged = given.merged
            FROM unnest(?::text[], ?::bigint[], ?::boolean[]) AS given (id, revision, merged)
            WHERE sources.id = given.id
            """;

    private final Transactions transactions;

    PostgresEpochStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Recorded> record(List<Arrival> arrivals, Featuring featuring) {
        return arrivals.isEmpty() ? List.of() : transactions.run(connection -> record(connection, arrivals, featuring));
    }

    private static List<Recorded> record(Connection connection, List<Arrival> arrivals, Featuring featuring)
            throws SQLException {
        List<String> sourceIds = arrivals.stream()
                .flatMap(arrival ->
                        Stream.concat(Stream.of(arrival.sourceId()), arrival.association().formerSourceId().stream()))
                .distinct()
                .sorted()
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(ADD_SOURCES)) {
            new BatchColumns(statement).texts(sourceIds);
            statement.executeUpdate();
        }
        EpochBatch batch = new EpochBatch();
        lock(connection, sourceIds, batch);
        read(connection, arrivals, sourceIds, batch);
        List<Recorded> recorded = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            recorded.add(batch.record(arrival, featuring));
        }
        takeAway(connection, batch);
        write(connection, REPLACE_EPOCHS, batch.replaced());
        write(connection, ADD_EPOCHS, batch.added());
        return recorded;
    }

    private static void lock(Connection connection, List<String> sourceIds, EpochBatch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_SOURCES)) {
            new BatchColumns(statement).texts(sourceIds);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    batch.know(new Bereft(row.getString("id"), row.getLong("revision"), row.getBoolean("merged")));
                }
            }
        }
    }

    private static void read(Connection connection, List<Arrival> arrivals, List<String> sourceIds, EpochBatch batch)
            throws SQLException {
        List<String> detectionIds =
                arrivals.stream().map(arrival -> arrival.epoch().detectionId()).toList();
        try (PreparedStatement statement = connection.prepareStatement(READ_KNOWN)) {
            new BatchColumns(statement).texts(sourceIds).texts(detectionIds).texts(detectionIds);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    batch.know(new EpochRow(
                            row.getString("detection_id"),
                            row.getString("source_id"),
                            row.getLong("revision"),
                            row.getInt("association_revision"),
                            row.getString("epoch"),
                            row.getBytes("digest"),
                            row.getBytes("features")));
                }
            }
        }
    }

    private static void takeAway(Connection connection, EpochBatch batch) throws SQLException {
        List<Bereft> bereft = batch.bereft();
        if (bereft.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(MARK_BEREFT)) {
            new BatchColumns(statement)
                    .texts(bereft, Bereft::id)
                    .longs(bereft, Bereft::revision)
                    .booleans(bereft, Bereft::merged);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(TAKE_AWAY_EPOCHS)) {
            new BatchColumns(statement).texts(batch.departed());
            statement.executeUpdate();
        }
    }

    private static void write(Connection connection, String sql, List<EpochRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new BatchColumns(statement)
                    .texts(rows, EpochRow::detectionId)
                    .texts(rows, EpochRow::sourceId)
                    .longs(rows, EpochRow::revision)
                    .longs(rows, row -> (long) row.associationRevision())
                    .texts(rows, EpochRow::epoch)
                    .bytes(rows, EpochRow::digest)
                    .bytes(rows, EpochRow::features);
            statement.executeUpdate();
        }
    }

    @Override
    public Map<String, List<StoredEpoch>> epochs(Collection<String> sourceIds) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ_EPOCHS)) {
                new BatchColumns(statement).texts(sourceIds);
                try (ResultSet row = statement.executeQuery()) {
                    Map<String, List<StoredEpoch>> epochs = new HashMap<>();
                    while (row.next()) {
                        Epoch epoch = EpochJson.read(row.getString("epoch"));
                        epochs.computeIfAbsent(row.getString("source_id"), id -> new ArrayList<>())
                                .add(new StoredEpoch(epoch, row.getLong("revision")));
                    }
                    return epochs;
                }
            }
        });
    }
}
