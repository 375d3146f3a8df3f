package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.source.KnownSources.MergedSource;
import io.lynceus.crossmatch.source.KnownSources.SourceCell;
import io.lynceus.crossmatch.source.XraySource;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/// Set-based statements on the tables `sources` and `source_cells`, over one connection. Not thread-safe.
final class SourceTable {
    // unnest gives the cells in their order, so the locks are taken in that order.
    private static final String LOCK_CELLS = "SELECT pg_advisory_xact_lock(cell) FROM unnest($1::bigint[]) AS cell";

    private static final String READ_WITHIN = """
            SELECT id, name, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2, east_north_arcsec2, position_of,
                widest_arcsec, doubtful
            FROM sources WHERE id IN (SELECT source_id FROM source_cells WHERE cell = ANY ($1))
            """;

    private static final String GIVEN = """
            unnest($1::text[], $2::text[], $3::boolean[], $4::float8[], $5::float8[], $6::float8[], $7::float8[],
                $8::float8[], $9::float8[], $10::text[], $11::float8[])
                AS given (id, name, doubtful, ra, dec, east_east, north_north, east_north, determinant, position_of,
                    widest)
            """;

    private static final String INSERT = """
            INSERT INTO sources (id, name, doubtful, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2,
                east_north_arcsec2, determinant_arcsec4, position_of, widest_arcsec)
            SELECT * FROM""" + " " + GIVEN;

    // A source that another instance has made sharper still in the meantime stays there.
    private static final String SHARPEN = """
            UPDATE sources SET ra_deg = given.ra, dec_deg = given.dec, east_east_arcsec2 = given.east_east,
                north_north_arcsec2 = given.north_north, east_north_arcsec2 = given.east_north,
                determinant_arcsec4 = given.determinant, position_of = given.position_of,
                widest_arcsec = GREATEST(sources.widest_arcsec, given.widest)
            FROM""" + " " + GIVEN + """
            WHERE sources.id = given.id
                AND (given.determinant, given.position_of COLLATE "C")
                    <= (sources.determinant_arcsec4, sources.position_of)
            """;

    private static final String REPLACE = """
            UPDATE sources SET doubtful = given.doubtful, ra_deg = given.ra, dec_deg = given.dec,
                east_east_arcsec2 = given.east_east, north_north_arcsec2 = given.north_north,
                east_north_arcsec2 = given.east_north, determinant_arcsec4 = given.determinant,
                position_of = given.position_of, widest_arcsec = given.widest
            FROM""" + " " + GIVEN + """
            WHERE sources.id = given.id
            """;

    private static final String PLACE = """
            INSERT INTO source_cells (cell, source_id) SELECT * FROM unnest($1::bigint[], $2::text[])
            ON CONFLICT DO NOTHING
            """;

    private static final String MERGE = """
            UPDATE sources SET merged_into = given.into_id FROM unnest($1::text[], $2::text[]) AS given (id, into_id)
            WHERE sources.id = given.id
            """;

    private static final String FORGET_CELLS = "DELETE FROM source_cells WHERE source_id = ANY ($1)";

    private final SqlConnection connection;

    SourceTable(SqlConnection connection) {
        this.connection = connection;
    }

    /// Keeps all others that lock one of these cells waiting until the transaction ends.
    ///
    /// In ascending order, so that no two transactions can wait for each other.
    void lock(SortedSet<Long> cells) {
        if (!cells.isEmpty()) {
            execute(LOCK_CELLS, new BatchColumns().longs(cells));
        }
    }

    /// Sources within whose reach one of these cells lies.
    List<XraySource> within(Collection<Long> cells) {
        List<XraySource> sources = new ArrayList<>();
        if (!cells.isEmpty()) {
            for (Row row : execute(READ_WITHIN, new BatchColumns().longs(cells))) {
                sources.add(source(row));
            }
        }
        return sources;
    }

    private static XraySource source(Row row) {
        return new XraySource(
                row.getString("id"),
                row.getString("name"),
                new SkyPosition(row.getDouble("ra_deg"), row.getDouble("dec_deg")),
                new PositionCovariance(
                        row.getDouble("east_east_arcsec2"),
                        row.getDouble("north_north_arcsec2"),
                        row.getDouble("east_north_arcsec2")),
                row.getString("position_of"),
                row.getDouble("widest_arcsec"),
                row.getBoolean("doubtful"));
    }

    void insert(Collection<XraySource> sources) {
        write(INSERT, sources);
    }

    /// Moves sources to their sharper positions.
    void sharpen(Collection<XraySource> sources) {
        write(SHARPEN, sources);
    }

    /// Writes sources as they are; every cell within their reach is locked.
    void replace(Collection<XraySource> sources) {
        write(REPLACE, sources);
    }

    private void write(String sql, Collection<XraySource> sources) {
        if (!sources.isEmpty()) {
            execute(
                    sql,
                    new BatchColumns()
                            .texts(sources, XraySource::id)
                            .texts(sources, XraySource::name)
                            .booleans(sources, XraySource::doubtful)
                            .doubles(sources, source -> source.position().raDeg())
                            .doubles(sources, source -> source.position().decDeg())
                            .doubles(sources, source -> source.covariance().eastEast())
                            .doubles(sources, source -> source.covariance().northNorth())
                            .doubles(sources, source -> source.covariance().eastNorth())
                            .doubles(sources, source -> source.covariance().determinant())
                            .texts(sources, XraySource::positionOf)
                            .doubles(sources, XraySource::widestArcsec));
        }
    }

    /// Keeps cells with the sources within whose reach they are.
    void place(Collection<SourceCell> placed) {
        if (!placed.isEmpty()) {
            execute(PLACE, new BatchColumns().longs(placed, SourceCell::cell).texts(placed, SourceCell::sourceId));
        }
    }

    /// Keeps merged sources without their cells: they are found by their id only.
    void merge(Collection<MergedSource> merged) {
        if (!merged.isEmpty()) {
            execute(
                    MERGE,
                    new BatchColumns().texts(merged, one -> one.source().id()).texts(merged, MergedSource::intoId));
            execute(FORGET_CELLS, new BatchColumns().texts(merged, one -> one.source()
                    .id()));
        }
    }

    private RowSet<Row> execute(String sql, BatchColumns columns) {
        return connection.preparedQuery(sql).executeAndAwait(columns.tuple());
    }
}
