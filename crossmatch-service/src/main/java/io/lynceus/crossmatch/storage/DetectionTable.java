package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.ContentDigest;
import io.lynceus.crossmatch.DetectionRegister.Member;
import io.lynceus.crossmatch.PositionMatch;
import io.lynceus.runtime.storage.BatchColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The table of detections, over one connection. Not thread-safe.
final class DetectionTable {
    /// SQLSTATE of a transaction that must be run again.
    private static final String SERIALIZATION_FAILURE = "40001";

    private final Connection connection;

    DetectionTable(Connection connection) {
        this.connection = connection;
    }

    /// A registered detection.
    ///
    /// @param record not to be altered
    record Row(
            String id,
            ContentDigest digest,
            String sourceId,
            String association,
            Optional<PositionMatch> agreement,
            byte[] record) {}

    /// What is known of an id.
    ///
    /// @param record not to be altered
    record Known(ContentDigest digest, String sourceId, byte[] record) {}

    Map<String, Known> known(Collection<String> ids) throws SQLException {
        Map<String, Known> known = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select id, digest, source_id, record from detection where id = any(?)")) {
            new BatchColumns(statement).texts(ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            rows.getString(1),
                            new Known(ContentDigest.of(rows.getBytes(2)), rows.getString(3), rows.getBytes(4)));
                }
            }
        }
        return known;
    }

    Map<String, ContentDigest> digests(Collection<String> ids) throws SQLException {
        Map<String, ContentDigest> digests = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select id, digest from detection where id = any(?)")) {
            new BatchColumns(statement).texts(ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    digests.put(rows.getString(1), ContentDigest.of(rows.getBytes(2)));
                }
            }
        }
        return digests;
    }

    /// Inserts rows whose ids are new.
    ///
    /// @throws SQLException a lost race, where another transaction has used one of the ids in the meantime: two
    ///     detections of one id but far apart meet in no lock
    void insert(Collection<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into detection (id, source_id, digest, association, separation_arcsec, separation_sigma,
                    log10_bayes_factor, record)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            new BatchColumns(statement)
                    .texts(rows, Row::id)
                    .texts(rows, Row::sourceId)
                    .bytes(rows, row -> row.digest().bytes())
                    .texts(rows, Row::association)
                    .doubles(rows, row -> of(row, PositionMatch::separationArcsec))
                    .doubles(rows, row -> of(row, PositionMatch::separationSigma))
                    .doubles(rows, row -> of(row, PositionMatch::log10BayesFactor))
                    .bytes(rows, Row::record);
            if (statement.executeUpdate() < rows.size()) {
                throw new SQLException("a detection was registered by another instance", SERIALIZATION_FAILURE);
            }
        }
    }

    List<Member> ofSource(String sourceId) throws SQLException {
        List<Member> members = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, association, separation_arcsec, separation_sigma, log10_bayes_factor
                from detection where source_id = ? order by number""")) {
            statement.setString(1, sourceId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    double separation = rows.getDouble(3);
                    Optional<PositionMatch> agreement = rows.wasNull()
                            ? Optional.empty()
                            : Optional.of(new PositionMatch(separation, rows.getDouble(4), rows.getDouble(5)));
                    members.add(new Member(rows.getString(1), rows.getString(2), agreement));
                }
            }
        }
        return members;
    }

    private static @Nullable Double of(Row row, Function<PositionMatch, Double> value) {
        return row.agreement().map(value).orElse(null);
    }
}
