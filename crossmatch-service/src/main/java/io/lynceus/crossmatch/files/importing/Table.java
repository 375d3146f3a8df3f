package io.lynceus.crossmatch.files.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A table read row by row from its beginning, once. Public because detections come in such tables too.
public interface Table extends AutoCloseable {
    /// Names of the columns.
    List<String> columns();

    /// The next row; empty after the last one.
    Optional<Row> next() throws IOException;

    @Override
    void close() throws IOException;

    /// One row.
    ///
    /// @param line its first line in a text file, its number in another, counted from 1
    /// @param cells as many as columns, or fewer or more where the file is broken; blank where there is no value
    record Row(long line, List<String> cells) {}

    /// Opens a table in the format that the file's extension names.
    static Table open(Path file, Optional<Character> separator) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "csv", "txt" -> CsvTable.open(file, separator.orElse(','));
            case "tsv" -> CsvTable.open(file, separator.orElse('\t'));
            case "vot", "votable", "xml" -> StilTable.open(file, "votable");
            case "fits", "fit" -> StilTable.open(file, "fits");
            case "ecsv" -> StilTable.open(file, "ecsv");
            default ->
                throw new IOException(file + " has the extension '" + extension
                        + "', must be .csv, .tsv, .txt, .vot, .votable, .xml, .fits, .fit or .ecsv");
        };
    }
}
