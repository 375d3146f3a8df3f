package io.lynceus.labels.exchange.rest;

import io.lynceus.labels.exchange.ExportTable;
import io.lynceus.labels.exchange.ExportTable.Kind;
import io.lynceus.labels.exchange.Exports;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/// A table as Parquet, by DuckDB from the table as CSV: memory is bounded on either side of the temporary file.
final class ParquetTable {
    /// Source: choice, far below a service's memory [MB].
    private static final int MOST_MEMORY_MB = 256;

    private ParquetTable() {}

    static void write(Exports exports, ExportTable table, OutputStream out) throws IOException {
        Path csv = Files.createTempFile("lynceus-export-", ".csv");
        Path parquet = Files.createTempFile("lynceus-export-", ".parquet");
        try {
            try (OutputStream spool = new BufferedOutputStream(Files.newOutputStream(csv))) {
                CsvTable.write(exports, table, false, spool);
            }
            convert(table, csv, parquet);
            Files.copy(parquet, out);
        } finally {
            Files.delete(csv);
            Files.delete(parquet);
        }
    }

    private static void convert(ExportTable table, Path csv, Path parquet) throws IOException {
        String columns = table.columns().stream()
                .map(column -> "'" + column.name() + "': '" + type(column.kind()) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '" + MOST_MEMORY_MB + "MB'");
            statement.execute("SET threads = 1");
            statement.execute("COPY (SELECT * FROM read_csv('" + csv
                    + "', header = true, auto_detect = false, delim = ',',"
                    + " quote = '\"', escape = '\"', new_line = '\\n', columns = " + columns + ")) TO '" + parquet
                    + "' (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new IOException("DuckDB does not write " + table.title() + ": " + e.getMessage(), e);
        }
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case TEXT, WORDS -> "VARCHAR";
            case COUNT -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case YES_NO -> "BOOLEAN";
            case TIME -> "TIMESTAMP";
        };
    }
}
