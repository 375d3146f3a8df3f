package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.RegisteredDetection;
import io.lynceus.crossmatch.source.Reassociation;
import io.lynceus.runtime.storage.BatchColumns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Set-based statements on the table `reassociations`, over one connection. Not thread-safe.
final class ReassociationTable {
    private static final String READ_CAUSED = """
            SELECT DISTINCT because_of, id, detections.revision, source_id, digest, record
            FROM reassociations JOIN detections ON id = detection_id
            WHERE because_of = ANY ($1) ORDER BY because_of, id
            """;

    private static final String INSERT = """
            INSERT INTO reassociations (detection_id, revision, kind, from_source, to_source, because_of)
            SELECT * FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[])
            """;

    private final SqlConnection connection;

    ReassociationTable(SqlConnection connection) {
        this.connection = connection;
    }

    /// The detections whose association has changed because of these, by the id of the cause, as they are now.
    Map<String, List<RegisteredDetection>> causedBy(Collection<String> detectionIds) {
        Map<String, List<RegisteredDetection>> caused = new HashMap<>();
        if (!detectionIds.isEmpty()) {
            for (Row row : execute(READ_CAUSED, new BatchColumns().texts(detectionIds))) {
                caused.computeIfAbsent(row.getString("because_of"), _ -> new ArrayList<>())
                        .add(new RegisteredDetection(
                                row.getString("id"),
                                row.getInteger("revision"),
                                row.getString("source_id"),
                                DetectionTable.digest(row),
                                DetectionTable.record(row)));
            }
        }
        return caused;
    }

    void insert(Collection<Reassociation> reassociations) {
        if (!reassociations.isEmpty()) {
            execute(
                    INSERT,
                    new BatchColumns()
                            .texts(reassociations, one -> one.detection().id())
                            .integers(reassociations, Reassociation::revision)
                            .texts(reassociations, one -> Tokens.of(one.kind()))
                            .texts(reassociations, Reassociation::fromSourceId)
                            .texts(reassociations, one -> one.source().id())
                            .texts(reassociations, Reassociation::becauseOf));
        }
    }

    private RowSet<Row> execute(String sql, BatchColumns columns) {
        return connection.preparedQuery(sql).executeAndAwait(columns.tuple());
    }
}
