package io.lynceus.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A table read row by row from its beginning, once.
public interface Table extends AutoCloseable {
    /// Extensions of the files that [#open] reads.
    String KNOWN = ".csv, .tsv, .txt, .vot, .votable, .xml, .fits, .fit or .ecsv";

    /// The file's description of a column.
    ///
    /// @param unit blank if it says none
    /// @param ucd blank if it says none
    /// @param description blank if it says none
    /// @param type of the values: a text where the format knows no types
    record Column(String name, String unit, String ucd, String description, Class<?> type) {
        public static Column untyped(String name) {
            return new Column(name, "", "", "", String.class);
        }
    }

    /// Names of the columns.
    List<String> columns();

    /// The next row; empty after the last one.
    Optional<Row> next() throws IOException;

    @Override
    void close() throws IOException;

    /// The description of a column.
    default Column column(int index) {
        return Column.untyped(columns().get(index));
    }

    /// Number of rows; empty where only reading them would tell.
    default OptionalLong rows() {
        return OptionalLong.empty();
    }

    /// Whether the values of a column are numbers in the format.
    default boolean isNumeric(int column) {
        return false;
    }

    /// Parts of the table, which has not been read from: together all its rows, each for a thread of its own; the table
    /// itself where rows can only be read in their order.
    ///
    /// @param count parts that are wanted, >= 1
    default List<Table> parts(int count) throws IOException {
        return List.of(this);
    }

    /// One row, until the next is read.
    ///
    /// @param line its first line in a text file, its number in another, counted from 1
    /// @param values as many as columns, or fewer or more where the file is broken: numbers where the format has
    ///     numbers, null or a blank where there is no value
    record Row(long line, List<? extends @Nullable Object> values) {
        /// The values as text.
        public List<String> cells() {
            return values.stream().map(Row::textOf).toList();
        }

        /// A value as text, blank where there is none.
        public String text(int column) {
            return textOf(values.get(column));
        }

        /// A value as a number.
        ///
        /// @throws IllegalArgumentException where it is none
        public double number(int column) {
            if (values.get(column) instanceof Number number) {
                return number.doubleValue();
            }
            try {
                return Double.parseDouble(text(column).strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text(column) + "' is no number", e);
            }
        }

        /// A value as text, blank where there is none.
        public static String textOf(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }

    /// Opens a table in the format that the file's extension names.
    ///
    /// @param separator of a text file, where it is not the usual one
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
                throw new IOException(file.getFileName() + " has the extension '" + extension + "', must be " + KNOWN);
        };
    }
}
