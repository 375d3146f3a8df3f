package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.AssociatedDetection;
import io.lynceus.crossmatch.RegisteredDetection;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.crossmatch.source.Membership;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.StorageFault;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Set-based statements on the table `detections`, over one connection. Not thread-safe.
final class DetectionTable {
    /// SQLSTATE of a transaction that must be run again. Source: PostgreSQL 18 documentation, appendix A.
    private static final String SERIALIZATION_FAILURE = "40001";

    private static final String READ_REGISTERED =
            "SELECT id, revision, source_id, digest, record FROM detections WHERE id = ANY ($1)";

    private static final String READ_DIGESTS = "SELECT id, digest FROM detections WHERE id = ANY ($1)";

    private static final String READ_MEMBERS = """
            SELECT id, source_id, revision, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2, east_north_arcsec2
            FROM detections WHERE source_id = ANY ($1) AND NOT EXISTS (
                SELECT FROM detections other WHERE other.source_id = detections.source_id AND other.ra_deg IS NULL)
            """;

    private static final String READ_ASSOCIATED = """
            SELECT id, source_id, revision, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2, east_north_arcsec2,
                digest, association, separation_arcsec, separation_sigma, log10_bayes_factor, record
            FROM detections WHERE id = ANY ($1)
            """;

    private static final String INSERT = """
            INSERT INTO detections (id, source_id, digest, association, separation_arcsec, separation_sigma,
                log10_bayes_factor, record, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2,
                east_north_arcsec2)
            SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::float8[], $6::float8[],
                $7::float8[], $8::bytea[], $9::float8[], $10::float8[], $11::float8[], $12::float8[], $13::float8[])
            ON CONFLICT DO NOTHING
            """;

    private static final String REVISE = """
            UPDATE detections SET source_id = given.source_id, revision = given.revision, record = given.record,
                association = given.association, separation_arcsec = given.separation_arcsec,
                separation_sigma = given.separation_sigma, log10_bayes_factor = given.log10_bayes_factor
            FROM unnest($1::text[], $2::text[], $3::integer[], $4::bytea[], $5::text[], $6::float8[], $7::float8[],
                $8::float8[])
                AS given (id, source_id, revision, record, association, separation_arcsec, separation_sigma,
                    log10_bayes_factor)
            WHERE detections.id = given.id AND detections.revision = given.revision - 1
            """;

    private final SqlConnection connection;

    DetectionTable(SqlConnection connection) {
        this.connection = connection;
    }

    /// Those of these detections that are registered.
    List<RegisteredDetection> registered(Collection<String> ids) {
        List<RegisteredDetection> registered = new ArrayList<>();
        for (Row row : execute(READ_REGISTERED, new BatchColumns().texts(ids))) {
            registered.add(new RegisteredDetection(
                    row.getString("id"),
                    row.getInteger("revision"),
                    row.getString("source_id"),
                    digest(row),
                    record(row)));
        }
        return registered;
    }

    /// The digests of those of these detections that are registered, by id.
    Map<String, ContentDigest> digests(Collection<String> ids) {
        Map<String, ContentDigest> digests = new HashMap<>();
        for (Row row : execute(READ_DIGESTS, new BatchColumns().texts(ids))) {
            digests.put(row.getString("id"), digest(row));
        }
        return digests;
    }

    /// All detections of these sources; none of a source that has one of unknown position.
    List<Membership> members(Collection<String> sourceIds) {
        List<Membership> members = new ArrayList<>();
        for (Row row : execute(READ_MEMBERS, new BatchColumns().texts(sourceIds))) {
            members.add(new Membership(located(row), row.getString("source_id"), row.getInteger("revision")));
        }
        return members;
    }

    /// These detections, whose positions are known, with their associations.
    List<AssociatedDetection> associated(Collection<String> ids) {
        List<AssociatedDetection> found = new ArrayList<>();
        if (!ids.isEmpty()) {
            for (Row row : execute(READ_ASSOCIATED, new BatchColumns().texts(ids))) {
                found.add(new AssociatedDetection(
                        located(row),
                        row.getInteger("revision"),
                        digest(row),
                        row.getString("source_id"),
                        Tokens.association(row.getString("association")),
                        agreement(row),
                        record(row)));
            }
        }
        return found;
    }

    static ContentDigest digest(Row row) {
        return ContentDigest.of(row.getBuffer("digest").getBytes());
    }

    static byte[] record(Row row) {
        return row.getBuffer("record").getBytes();
    }

    private static LocatedDetection located(Row row) {
        return new LocatedDetection(
                row.getString("id"),
                new SkyPosition(row.getDouble("ra_deg"), row.getDouble("dec_deg")),
                new PositionCovariance(
                        row.getDouble("east_east_arcsec2"),
                        row.getDouble("north_north_arcsec2"),
                        row.getDouble("east_north_arcsec2")));
    }

    private static Optional<PositionMatch> agreement(Row row) {
        Double separation = row.getDouble("separation_arcsec");
        return separation == null
                ? Optional.empty()
                : Optional.of(new PositionMatch(
                        separation, row.getDouble("separation_sigma"), row.getDouble("log10_bayes_factor")));
    }

    /// Inserts detections whose ids are new.
    ///
    /// @throws StorageFault a lost race, where another transaction has used one of the ids in the meantime: two
    ///     detections of one id but far apart meet in no lock
    void insert(Collection<AssociatedDetection> added) {
        if (added.isEmpty()) {
            return;
        }
        RowSet<Row> inserted = execute(
                INSERT,
                new BatchColumns()
                        .texts(added, one -> one.detection().id())
                        .texts(added, AssociatedDetection::sourceId)
                        .bytes(added, one -> one.digest().bytes())
                        .texts(added, one -> Tokens.of(one.association()))
                        .doubles(added, one -> agreement(one, PositionMatch::separationArcsec))
                        .doubles(added, one -> agreement(one, PositionMatch::separationSigma))
                        .doubles(added, one -> agreement(one, PositionMatch::log10BayesFactor))
                        .bytes(added, AssociatedDetection::record)
                        .doubles(added, one -> one.detection().position().raDeg())
                        .doubles(added, one -> one.detection().position().decDeg())
                        .doubles(added, one -> one.detection().covariance().eastEast())
                        .doubles(added, one -> one.detection().covariance().northNorth())
                        .doubles(added, one -> one.detection().covariance().eastNorth()));
        if (inserted.rowCount() < added.size()) {
            throw lostRace("a detection was registered by another instance");
        }
    }

    /// Gives detections the association and the record of their next revision.
    ///
    /// @throws StorageFault a lost race, where another transaction has done so in the meantime
    void revise(Collection<AssociatedDetection> revised) {
        if (revised.isEmpty()) {
            return;
        }
        RowSet<Row> updated = execute(
                REVISE,
                new BatchColumns()
                        .texts(revised, one -> one.detection().id())
                        .texts(revised, AssociatedDetection::sourceId)
                        .integers(revised, AssociatedDetection::revision)
                        .bytes(revised, AssociatedDetection::record)
                        .texts(revised, one -> Tokens.of(one.association()))
                        .doubles(revised, one -> agreement(one, PositionMatch::separationArcsec))
                        .doubles(revised, one -> agreement(one, PositionMatch::separationSigma))
                        .doubles(revised, one -> agreement(one, PositionMatch::log10BayesFactor)));
        if (updated.rowCount() < revised.size()) {
            throw lostRace("an association was changed by another instance");
        }
    }

    private static @Nullable Double agreement(AssociatedDetection one, Function<PositionMatch, Double> value) {
        return one.agreement().map(value).orElse(null);
    }

    private static StorageFault lostRace(String message) {
        return new StorageFault(message, SERIALIZATION_FAILURE, null);
    }

    private RowSet<Row> execute(String sql, BatchColumns columns) {
        return connection.preparedQuery(sql).executeAndAwait(columns.tuple());
    }
}
