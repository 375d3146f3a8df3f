package io.lynceus.standalone.ingest;

import io.lynceus.crossmatch.files.importing.TableFiles;
import io.lynceus.tables.MappedRow;
import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The rows of a table, read by a mapping. CSV, TSV, VOTable, FITS and ECSV, by the file's extension.
public final class DetectionRows {
    private DetectionRows() {}

    /// Takes the rows of a table.
    @FunctionalInterface
    public interface RowConsumer {
        /// @param mapping that the row is read by
        /// @param line of the row, or its number in a binary file, from 1
        void accept(MappedRow row, TableMapping mapping, long line);
    }

    /// Reads every row in turn.
    ///
    /// @param mapping empty: the shipped one that fits the table's columns
    /// @return the mapping that was used
    /// @throws IllegalArgumentException where the table lacks a column of the mapping, or no mapping fits
    public static TableMapping read(Path file, Optional<TableMapping> mapping, RowConsumer rows) {
        try (Table table = TableFiles.open(file, Optional.empty())) {
            TableMapping used = mapping.or(() -> TableMapping.detect(table.columns()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no shipped mapping fits the columns of %s (%s); describe them in a file and name it in --mapping"
                                    .formatted(file, String.join(", ", table.columns()))));
            Map<String, Integer> indices = used.indices(table.columns());
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                rows.accept(
                        new MappedRow(used, indices, row.get().cells()),
                        used,
                        row.get().line());
            }
            return used;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
