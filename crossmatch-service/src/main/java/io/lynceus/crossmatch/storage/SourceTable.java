package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.KnownSources.Placed;
import io.lynceus.crossmatch.XraySource;
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
            + " s.north_north_arcsec2, s.east_north_arcsec2, s.position_of, s.doubtful";

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

    Optional<XraySource> find(String id) throws SQLException {
        return query("select " + COLUMNS + " from source s where s.id = any(?)", columns -> columns.texts(List.of(id)))
                .stream()
                .findFirst();
    }

    private List<XraySource> query(String sql, Binding argument) throws SQLException {
        List<XraySource> sources = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            argument.bind(new BatchColumns(statement));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sources.add(new XraySource(
                            rows.getString(1),
                            rows.getString(2),
                            new SkyPosition(rows.getDouble(3), rows.getDouble(4)),
                            new PositionCovariance(rows.getDouble(5), rows.getDouble(6), rows.getDouble(7)),
                            rows.getString(8),
                            rows.getBoolean(9)));
                }
            }
        }
        return sources;
    }

    void insert(Collection<XraySource> sources) throws SQLException {
        write("""
                insert into source (id, name, doubtful, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2,
                    east_north_arcsec2, determinant_arcsec4, position_of)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", sources, columns -> columns.texts(sources, XraySource::id)
                .texts(sources, XraySource::name)
                .booleans(sources, XraySource::doubtful));
    }

    /// Moves sources to their sharper positions; one that has become sharper still in the meantime stays.
    void sharpen(Collection<XraySource> sources) throws SQLException {
        write("""
                update source s set ra_deg = n.ra, dec_deg = n.dec, east_east_arcsec2 = n.ee,
                    north_north_arcsec2 = n.nn, east_north_arcsec2 = n.en, determinant_arcsec4 = n.det,
                    position_of = n.position_of
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) n(id, ra, dec, ee, nn, en, det, position_of)
                where s.id = n.id and (n.det, n.position_of collate "C") < (s.determinant_arcsec4, s.position_of)""", sources, columns -> columns.texts(sources, XraySource::id));
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
                    .texts(sources, XraySource::positionOf);
            statement.executeUpdate();
        }
    }

    /// The first parameters of a statement.
    private interface Binding {
        BatchColumns bind(BatchColumns columns) throws SQLException;
    }

    void place(Collection<Placed> placed) throws SQLException {
        if (placed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into source_cell (cell, source_id) select * from unnest(?, ?) on conflict do nothing")) {
            new BatchColumns(statement).longs(placed, Placed::cell).texts(placed, Placed::sourceId);
            statement.executeUpdate();
        }
    }
}
