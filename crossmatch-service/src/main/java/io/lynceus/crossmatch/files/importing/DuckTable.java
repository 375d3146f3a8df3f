package io.lynceus.crossmatch.files.importing;

import io.lynceus.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Parquet as DuckDB reads it: one file, or all files of a HATS or HiPSCat folder, partitioned by HEALPix cells named
/// `Norder=/Dir=/Npix=`.
///
/// Source of the folder format: HATS, IVOA Note 2025, sect. 2; HiPSCat is the same without the folder `dataset`.
final class DuckTable implements Table {
    /// Rows are passed on as they come, and only so much is held [MB]. Source: choice, far below a service's
    /// memory.
    private static final int MOST_MEMORY_MB = 256;

    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> columns = new ArrayList<>();
    private final long count;
    private final RowValues values = new RowValues();
    private long row = 0;

    private DuckTable(Connection connection, String table) throws SQLException {
        this.connection = connection;
        statement = connection.createStatement();
        statement.execute("SET memory_limit = '" + MOST_MEMORY_MB + "MB'");
        statement.execute("SET threads = 1");
        try (ResultSet counted = statement.executeQuery("SELECT count(*) FROM " + table)) {
            count = counted.next() ? counted.getLong(1) : 0;
        }
        rows = statement.executeQuery("SELECT * FROM " + table);
        ResultSetMetaData described = rows.getMetaData();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            columns.add(described.getColumnName(i));
        }
    }

    /// @param file a Parquet file, or the folder of a HATS or HiPSCat catalogue
    static DuckTable open(Path file) throws IOException {
        String table = partitions(file).stream()
                .map(part -> "'" + part.toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
        Properties streaming = new Properties();
        streaming.setProperty("jdbc_stream_results", "true");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", streaming);
            try {
                return new DuckTable(connection, table);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException(file + " is not read by DuckDB: " + e.getMessage(), e);
        }
    }

    private static List<Path> partitions(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return List.of(file);
        }
        try (Stream<Path> files = Files.walk(file)) {
            List<Path> parts = files.filter(part -> part.toString().endsWith(".parquet"))
                    .filter(part -> file.relativize(part).toString().contains("Norder="))
                    .sorted()
                    .toList();
            if (parts.isEmpty()) {
                throw new IOException(file + " is no HATS or HiPSCat catalogue: it has no Norder=/Dir=/Npix=.parquet");
            }
            return parts;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<Row> next() throws IOException {
        try {
            return rows.next() ? Optional.of(new Row(++row, values)) : Optional.empty();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(count);
    }

    /// The values of the row read last.
    private final class RowValues extends AbstractList<@Nullable Object> {
        @Override
        public @Nullable Object get(int column) {
            try {
                return rows.getObject(column + 1);
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }

        @Override
        public int size() {
            return columns.size();
        }
    }

    @Override
    public void close() throws IOException {
        try (connection;
                statement) {
            rows.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
