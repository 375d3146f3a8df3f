package io.lynceus.crossmatch.storage;
import io.lynceus.crossmatch.RegisteredDetection;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.source.AssociationChange;
import io.lynceus.crossmatch.source.Reassociation;
import io.lynceus.runtime.storage.BatchColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The table of associations that changed, over one connection. Not thread-safe.
final class ReassociationTable {
    private final Connection connection;

    ReassociationTable(Connection connection) {
        this.connection = connection;
    }

    void insert(Collection<Reassociation> reassociations) throws SQLException {
        if (reassociations.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into reassociation (detection_id, revision, kind, from_source, to_source, because_of)
                select * from unnest(?, ?, ?, ?, ?, ?)""")) {
            new BatchColumns(statement)
                    .texts(reassociations, one -> one.detection().id())
                    .longs(reassociations, one -> (long) one.revision())
                    .texts(reassociations, one -> token(one.kind()))
                    .texts(reassociations, Reassociation::fromSourceId)
                    .texts(reassociations, one -> one.source().id())
                    .texts(reassociations, Reassociation::becauseOf);
            statement.executeUpdate();
        }
    }

    /// The detections whose association has changed because of these, by the id of the cause, as they are now.
    Map<String, List<RegisteredDetection>> causedBy(Collection<String> detectionIds) throws SQLException {
        Map<String, List<RegisteredDetection>> registered = new HashMap<>();
        if (detectionIds.isEmpty()) {
            return registered;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                select distinct because_of, id, detection.revision, source_id, digest, record
                from reassociation join detection on id = detection_id
                where because_of = any(?) order by because_of, id""")) {
            new BatchColumns(statement).texts(detectionIds);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    registered
                            .computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(new RegisteredDetection(
                                    rows.getString(2),
                                    rows.getInt(3),
                                    rows.getString(4),
                                    ContentDigest.of(rows.getBytes(5)),
                                    rows.getBytes(6)));
                }
            }
        }
        return registered;
    }

    /// What has come to a source or left it, the first one first.
    List<AssociationChange> ofSource(String sourceId) throws SQLException {
        List<AssociationChange> changes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select detection_id, revision, kind, from_source, to_source, because_of, at from reassociation
                where from_source = ? or to_source = ? order by at, detection_id, revision""")) {
            statement.setString(1, sourceId);
            statement.setString(2, sourceId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changes.add(new AssociationChange(
                            row.getString(1),
                            row.getInt(2),
                            Reassociation.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getObject(7, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return changes;
    }

    private static String token(Reassociation.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
