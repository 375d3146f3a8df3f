package io.lynceus.crossmatch.storage;
import io.lynceus.crossmatch.AssociatedDetection;
import io.lynceus.crossmatch.RegisteredDetection;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.Membership;
import io.lynceus.crossmatch.source.SourceMember;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    /// Those of these detections that are registered.
    List<RegisteredDetection> registered(Collection<String> ids) throws SQLException {
        List<RegisteredDetection> registered = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, digest, source_id, record, revision from detection where id = any(?)")) {
            new BatchColumns(statement).texts(ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    registered.add(new RegisteredDetection(
                            rows.getString(1),
                            rows.getInt(5),
                            rows.getString(3),
                            ContentDigest.of(rows.getBytes(2)),
                            rows.getBytes(4)));
                }
            }
        }
        return registered;
    }

    /// All detections of these sources; of a source with one whose place was not kept, none.
    List<Membership> members(Collection<String> sourceIds) throws SQLException {
        List<Membership> members = new ArrayList<>();
        if (sourceIds.isEmpty()) {
            return members;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, source_id, revision, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2,
                    east_north_arcsec2
                from detection where source_id = any(?) and not exists (
                    select from detection other where other.source_id = detection.source_id and other.ra_deg is null)
                """)) {
            new BatchColumns(statement).texts(sourceIds);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.add(new Membership(located(rows), rows.getString(2), rows.getInt(3)));
                }
            }
        }
        return members;
    }

    /// Gives detections the association and the record of their next revision.
    ///
    /// @throws SQLException a lost race, where another transaction has done so in the meantime
    void revise(Collection<AssociatedDetection> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                update detection d set source_id = n.source_id, revision = n.revision, record = n.record,
                    association = n.association, separation_arcsec = n.arcsec, separation_sigma = n.sigma,
                    log10_bayes_factor = n.log10_bayes_factor
                from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    n(id, source_id, revision, record, association, arcsec, sigma, log10_bayes_factor)
                where d.id = n.id and d.revision = n.revision - 1""")) {
            new BatchColumns(statement)
                    .texts(rows, row -> row.detection().id())
                    .texts(rows, AssociatedDetection::sourceId)
                    .longs(rows, row -> (long) row.revision())
                    .bytes(rows, AssociatedDetection::record)
                    .texts(rows, row -> token(row.association()))
                    .doubles(rows, row -> of(row, PositionMatch::separationArcsec))
                    .doubles(rows, row -> of(row, PositionMatch::separationSigma))
                    .doubles(rows, row -> of(row, PositionMatch::log10BayesFactor));
            if (statement.executeUpdate() < rows.size()) {
                throw new SQLException("an association was changed by another instance", SERIALIZATION_FAILURE);
            }
        }
    }

    /// The rows of these detections, whose place is known.
    List<AssociatedDetection> rows(Collection<String> ids) throws SQLException {
        List<AssociatedDetection> found = new ArrayList<>();
        if (ids.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, source_id, revision, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2,
                    east_north_arcsec2, digest, association, record, separation_arcsec, separation_sigma,
                    log10_bayes_factor
                from detection where id = any(?)""")) {
            new BatchColumns(statement).texts(ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new AssociatedDetection(
                            located(row),
                            row.getInt(3),
                            ContentDigest.of(row.getBytes(9)),
                            row.getString(2),
                            association(row.getString(10)),
                            agreement(row, 12),
                            row.getBytes(11)));
                }
            }
        }
        return found;
    }

    private static LocatedDetection located(ResultSet row) throws SQLException {
        return new LocatedDetection(
                row.getString(1),
                new SkyPosition(row.getDouble(4), row.getDouble(5)),
                new PositionCovariance(row.getDouble(6), row.getDouble(7), row.getDouble(8)));
    }

    private static Optional<PositionMatch> agreement(ResultSet row, int column) throws SQLException {
        double separation = row.getDouble(column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new PositionMatch(separation, row.getDouble(column + 1), row.getDouble(column + 2)));
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
    void insert(Collection<AssociatedDetection> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into detection (id, source_id, digest, association, separation_arcsec, separation_sigma,
                    log10_bayes_factor, record, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2,
                    east_north_arcsec2)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            new BatchColumns(statement)
                    .texts(rows, row -> row.detection().id())
                    .texts(rows, AssociatedDetection::sourceId)
                    .bytes(rows, row -> row.digest().bytes())
                    .texts(rows, row -> token(row.association()))
                    .doubles(rows, row -> of(row, PositionMatch::separationArcsec))
                    .doubles(rows, row -> of(row, PositionMatch::separationSigma))
                    .doubles(rows, row -> of(row, PositionMatch::log10BayesFactor))
                    .bytes(rows, AssociatedDetection::record)
                    .doubles(rows, row -> row.detection().position().raDeg())
                    .doubles(rows, row -> row.detection().position().decDeg())
                    .doubles(rows, row -> row.detection().covariance().eastEast())
                    .doubles(rows, row -> row.detection().covariance().northNorth())
                    .doubles(rows, row -> row.detection().covariance().eastNorth());
            if (statement.executeUpdate() < rows.size()) {
                throw new SQLException("a detection was registered by another instance", SERIALIZATION_FAILURE);
            }
        }
    }

    List<SourceMember> ofSource(String sourceId) throws SQLException {
        List<SourceMember> members = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, association, separation_arcsec, separation_sigma, log10_bayes_factor
                from detection where source_id = ? order by number""")) {
            statement.setString(1, sourceId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.add(new SourceMember(rows.getString(1), association(rows.getString(2)), agreement(rows, 3)));
                }
            }
        }
        return members;
    }

    private static @Nullable Double of(AssociatedDetection row, Function<PositionMatch, Double> value) {
        return row.agreement().map(value).orElse(null);
    }

    private static String token(AssociationOutcome.Kind association) {
        return association.name().toLowerCase(Locale.ROOT);
    }

    private static AssociationOutcome.Kind association(String token) {
        return AssociationOutcome.Kind.valueOf(token.toUpperCase(Locale.ROOT));
    }
}
