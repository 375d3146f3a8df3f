package io.lynceus.crossmatch.storage;
import io.lynceus.crossmatch.source.KnownSources.MergedSource;
import io.lynceus.crossmatch.source.KnownSources.SourceCell;
import io.lynceus.crossmatch.source.XraySource;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// The tables of sources and of the cells within their reach, over one connection. Not thread-safe.
final class SourceTable {
    private static final String COLUMNS = "s.id, s.name, s.ra_deg, s.dec_deg, s.east_east_arcsec2,"
            + " s.north_north_arcsec2, s.east_north_arcsec2, s.position_of, s.widest_arcsec, s.doubtful, s.merged_into";

    private final Connection connection;

    SourceTable(Connection connection) {
        this.connection = connection;
    }

    /// Keeps everybody else who locks one of these cells waiting until the transaction ends.
    ///
    /// In ascending order, so that no two transactions can wait for each other.
    void lock(SortedSet<Long> cells) throws SQLException {
        if (cells.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(cell) from unnest(?) cell")) {
            new BatchColumns(statement).longs(cells);
            statement.execute();
        }
    }

    /// Sources within whose reach one of these cells lies.
    List<XraySource> within(Collection<Long> cells) throws SQLException {
        if (cells.isEmpty()) {
            return List.of();
        }
        return query(
                "select " + COLUMNS
                        + " from source s where s.id in (select source_id from source_cell where cell = any(?))",
                columns -> columns.longs(cells));
    }

    /// A source, and the one its detections belong to where it is no more.
    record Stored(XraySource source, Optional<String> mergedInto) {}

    Optional<Stored> find(String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select " + COLUMNS + " from source s where s.id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Stored(source(row), Optional.ofNullable(row.getString("merged_into"))))
                        : Optional.empty();
            }
        }
    }

    /// Doubtful sources by id.
    List<XraySource> doubtful(String afterId, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS
                + " from source s where s.doubtful and s.merged_into is null and s.id > ? order by s.id limit ?")) {
            statement.setString(1, afterId);
            statement.setInt(2, limit);
            return sources(statement);
        }
    }

    private List<XraySource> query(String sql, Binding argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            argument.bind(new BatchColumns(statement));
            return sources(statement);
        }
    }

    private static List<XraySource> sources(PreparedStatement statement) throws SQLException {
        List<XraySource> sources = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sources.add(source(rows));
            }
        }
        return sources;
    }

    private static XraySource source(ResultSet row) throws SQLException {
        return new XraySource(
                row.getString(1),
                row.getString(2),
                new SkyPosition(row.getDouble(3), row.getDouble(4)),
                new PositionCovariance(row.getDouble(5), row.getDouble(6), row.getDouble(7)),
                row.getString(8),
                row.getDouble(9),
                row.getBoolean(10));
    }

    void insert(Collection<XraySource> sources) throws SQLException {
        write("""
                insert into source (id, name, doubtful, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2,
                    east_north_arcsec2, determinant_arcsec4, position_of, widest_arcsec)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", sources, columns -> columns.texts(sources, XraySource::id)
                .texts(sources, XraySource::name)
                .booleans(sources, XraySource::doubtful));
    }

    /// Moves sources to their sharper positions; one that has become sharper still in the meantime stays there.
    void sharpen(Collection<XraySource> sources) throws SQLException {
        write("""
                update source s set ra_deg = n.ra, dec_deg = n.dec, east_east_arcsec2 = n.ee,
                    north_north_arcsec2 = n.nn, east_north_arcsec2 = n.en, determinant_arcsec4 = n.det,
                    position_of = n.position_of, widest_arcsec = greatest(s.widest_arcsec, n.widest)
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) n(id, ra, dec, ee, nn, en, det, position_of, widest)
                where s.id = n.id
                    and (n.det, n.position_of collate "C") <= (s.determinant_arcsec4, s.position_of)""", sources, columns -> columns.texts(sources, XraySource::id));
    }

    /// Writes sources as they are; every cell within their reach is locked.
    void replace(Collection<XraySource> sources) throws SQLException {
        write("""
                update source s set doubtful = n.doubtful, ra_deg = n.ra, dec_deg = n.dec, east_east_arcsec2 = n.ee,
                    north_north_arcsec2 = n.nn, east_north_arcsec2 = n.en, determinant_arcsec4 = n.det,
                    position_of = n.position_of, widest_arcsec = n.widest
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    n(id, doubtful, ra, dec, ee, nn, en, det, position_of, widest)
                where s.id = n.id""", sources, columns -> columns.texts(sources, XraySource::id).booleans(sources, XraySource::doubtful));
    }

    /// Sources that are no more are kept, but found by their id only.
    void merge(Collection<MergedSource> merged) throws SQLException {
        if (merged.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "update source s set merged_into = n.into_id from unnest(?, ?) n(id, into_id) where s.id = n.id")) {
            new BatchColumns(statement).texts(merged, one -> one.source().id()).texts(merged, MergedSource::intoId);
            statement.executeUpdate();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("delete from source_cell where source_id = any(?)")) {
            new BatchColumns(statement).texts(merged, one -> one.source().id());
            statement.executeUpdate();
        }
    }

    private void write(String sql, Collection<XraySource> sources, Binding leading) throws SQLException {
        if (sources.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            leading.bind(new BatchColumns(statement))
                    .doubles(sources, source -> source.position().raDeg())
                    .doubles(sources, source -> source.position().decDeg())
                    .doubles(sources, source -> source.covariance().eastEast())
                    .doubles(sources, source -> source.covariance().northNorth())
                    .doubles(sources, source -> source.covariance().eastNorth())
                    .doubles(sources, source -> source.covariance().determinant())
                    .texts(sources, XraySource::positionOf)
                    .doubles(sources, XraySource::widestArcsec);
            statement.executeUpdate();
        }
    }

    /// The first parameters of a statement.
    private interface Binding {
        BatchColumns bind(BatchColumns columns) throws SQLException;
    }

    void place(Collection<SourceCell> placed) throws SQLException {
        if (placed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into source_cell (cell, source_id) select * from unnest(?, ?) on conflict do nothing")) {
            new BatchColumns(statement).longs(placed, SourceCell::cell).texts(placed, SourceCell::sourceId);
            statement.executeUpdate();
        }
    }
}
