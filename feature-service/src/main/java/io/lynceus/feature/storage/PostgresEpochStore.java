package io.lynceus.feature.storage;

import io.lynceus.feature.Arrival;
import io.lynceus.feature.Epoch;
import io.lynceus.feature.EpochStore;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        String[] sourceIds =
                arrivals.stream().map(Arrival::sourceId).distinct().sorted().toArray(String[]::new);
        update(connection, ADD_SOURCES, text(connection, sourceIds));
        lock(connection, sourceIds);
        EpochBatch batch = known(connection, arrivals, sourceIds);
        List<Recorded> recorded = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            recorded.add(batch.record(arrival, featuring));
        }
        add(connection, batch.added());
        return recorded;
    }

    private static void lock(Connection connection, String[] sourceIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_SOURCES)) {
            statement.setArray(1, text(connection, sourceIds));
            statement.execute();
        }
    }

    private static EpochBatch known(Connection connection, List<Arrival> arrivals, String[] sourceIds)
            throws SQLException {
        Array detectionIds = text(
                connection,
                arrivals.stream().map(arrival -> arrival.epoch().detectionId()).toArray(String[]::new));
        EpochBatch batch = new EpochBatch();
        try (PreparedStatement statement = connection.prepareStatement(READ_KNOWN)) {
            statement.setArray(1, text(connection, sourceIds));
            statement.setArray(2, detectionIds);
            statement.setArray(3, detectionIds);
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
        if (!rows.isEmpty()) {
            update(
                    connection,
                    ADD_EPOCHS,
                    text(connection, rows, EpochRow::detectionId),
                    text(connection, rows, EpochRow::sourceId),
                    connection.createArrayOf(
                            "bigint", rows.stream().map(EpochRow::revision).toArray(Long[]::new)),
                    text(connection, rows, EpochRow::epoch),
                    bytes(connection, rows, EpochRow::digest),
                    bytes(connection, rows, EpochRow::features));
        }
    }

    @Override
    public Map<String, List<StoredEpoch>> epochs(Collection<String> sourceIds) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ_EPOCHS)) {
                statement.setArray(1, text(connection, sourceIds.toArray(String[]::new)));
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

    private static void update(Connection connection, String sql, Array... columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, columns[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Array text(Connection connection, String[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    // Arrays of their own element type travel in binary; an Object[] would be written out and escaped.
    private static Array text(Connection connection, List<EpochRow> rows, Function<EpochRow, String> value)
            throws SQLException {
        return text(connection, rows.stream().map(value).toArray(String[]::new));
    }

    private static Array bytes(Connection connection, List<EpochRow> rows, Function<EpochRow, byte @Nullable []> value)
            throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }
}
