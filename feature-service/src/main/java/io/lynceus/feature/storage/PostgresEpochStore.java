package io.lynceus.feature.storage;

import io.lynceus.feature.Arrival;
import io.lynceus.feature.Epoch;
import io.lynceus.feature.EpochStore;
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
            SELECT id FROM sources WHERE id = ANY (?) ORDER BY id FOR UPDATE
            """;

    // Two searches by index rather than one by either column, which would read the whole table.
    private static final String READ_KNOWN = """
            SELECT detection_id, source_id, revision, epoch, NULL AS digest, NULL AS features
            FROM epochs WHERE source_id = ANY (?) AND detection_id <> ALL (?)
            UNION ALL
            SELECT detection_id, source_id, revision, epoch, digest, features
            FROM epochs WHERE detection_id = ANY (?)
            """;

    private static final String READ_EPOCHS = """
            SELECT source_id, revision, epoch FROM epochs WHERE source_id = ANY (?) ORDER BY source_id, revision
            """;

    private static final String ADD_EPOCHS = """
            INSERT INTO epochs (detection_id, source_id, revision, epoch, digest, features)
            SELECT detection_id, source_id, revision, epoch::json, digest, features
            FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])
                AS given (detection_id, source_id, revision, epoch, digest, features)
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
        List<String> sourceIds =
                arrivals.stream().map(Arrival::sourceId).distinct().sorted().toList();
        try (PreparedStatement statement = connection.prepareStatement(ADD_SOURCES)) {
            new BatchColumns(statement).texts(sourceIds);
            statement.executeUpdate();
        }
        lock(connection, sourceIds);
        EpochBatch batch = known(connection, arrivals, sourceIds);
        List<Recorded> recorded = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            recorded.add(batch.record(arrival, featuring));
        }
        add(connection, batch.added());
        return recorded;
    }

    private static void lock(Connection connection, List<String> sourceIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_SOURCES)) {
            new BatchColumns(statement).texts(sourceIds);
            statement.execute();
        }
    }

    private static EpochBatch known(Connection connection, List<Arrival> arrivals, List<String> sourceIds)
            throws SQLException {
        List<String> detectionIds =
                arrivals.stream().map(arrival -> arrival.epoch().detectionId()).toList();
        EpochBatch batch = new EpochBatch();
        try (PreparedStatement statement = connection.prepareStatement(READ_KNOWN)) {
            new BatchColumns(statement).texts(sourceIds).texts(detectionIds).texts(detectionIds);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    batch.know(new EpochRow(
                            row.getString("detection_id"),
                            row.getString("source_id"),
                            row.getLong("revision"),
                            row.getString("epoch"),
                            row.getBytes("digest"),
                            row.getBytes("features")));
                }
            }
        }
        return batch;
    }

    private static void add(Connection connection, List<EpochRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD_EPOCHS)) {
            new BatchColumns(statement)
                    .texts(rows, EpochRow::detectionId)
                    .texts(rows, EpochRow::sourceId)
                    .longs(rows, EpochRow::revision)
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
