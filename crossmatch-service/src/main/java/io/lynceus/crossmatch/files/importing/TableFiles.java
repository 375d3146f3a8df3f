package io.lynceus.crossmatch.files.importing;

import io.lynceus.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Tables in every format that catalogues come in. Public because detections come in such tables too.
public final class TableFiles {
    private TableFiles() {}

    /// Opens a table in the format that the file's extension names; a folder as partitions of Parquet.
    public static Table open(Path file, Optional<Character> separator) throws IOException {
        return Files.isDirectory(file)
                        || file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
                ? DuckTable.open(file)
                : Table.open(file, separator);
    }
}
