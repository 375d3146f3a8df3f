package io.lynceus.crossmatch.files.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.FileDataSource;

/// A table in a format that STIL reads.
final class StilTable implements Table {
    private final List<String> columns;
    private final RowSequence rows;
    private final long count;
    private final RowValues values = new RowValues();
    private long row;

    private StilTable(StarTable table) throws IOException {
        columns = IntStream.range(0, table.getColumnCount())
                .mapToObj(i -> table.getColumnInfo(i).getName())
                .toList();
        rows = table.getRowSequence();
        count = table.getRowCount();
    }

    static StilTable open(Path file, String format) throws IOException {
        return new StilTable(new StarTableFactory().makeStarTable(new FileDataSource(file.toFile()), format));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<Row> next() throws IOException {
        if (!rows.next()) {
            return Optional.empty();
        }
        return Optional.of(new Row(++row, values));
    }

    @Override
    public OptionalLong rows() {
        return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /// The values of the row read last: a table of many columns costs only those that are asked for.
    private final class RowValues extends AbstractList<@Nullable Object> {
        @Override
        public @Nullable Object get(int column) {
            try {
                return rows.getCell(column);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int size() {
            return columns.size();
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
