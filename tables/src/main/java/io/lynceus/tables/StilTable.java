package io.lynceus.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.RowData;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.FileDataSource;

/// A table in a format that STIL reads, or some of its rows.
final class StilTable implements Table {
    private final StarTable table;
    private final List<String> columns;
    private final Cursor cursor;
    private final RowValues values;
    private final ScratchFiles scratch;
    private long row;

    /// Goes from row to row, beginning with the one after `row`.
    private interface Cursor extends AutoCloseable {
        boolean next() throws IOException;

        @Override
        void close() throws IOException;
    }

    private StilTable(StarTable table, RowData data, Cursor cursor, long row, ScratchFiles scratch) {
        this.table = table;
        this.scratch = scratch;
        this.cursor = cursor;
        this.row = row;
        columns = IntStream.range(0, table.getColumnCount())
                .mapToObj(i -> table.getColumnInfo(i).getName())
                .toList();
        values = new RowValues(data, columns.size());
    }

    static StilTable open(Path file, String format) throws IOException {
        StarTableFactory factory = new StarTableFactory();
        ScratchFiles scratch = new ScratchFiles();
        factory.setStoragePolicy(scratch);
        try {
            StarTable table = factory.makeStarTable(new FileDataSource(file.toFile()), format);
            RowSequence rows = table.getRowSequence();
            return new StilTable(table, rows, new InOrder(rows), 0, scratch);
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /// All rows in their order.
    private record InOrder(RowSequence rows) implements Cursor {
        @Override
        public boolean next() throws IOException {
            return rows.next();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    /// Some rows of a table whose rows can be read in any order.
    private static final class Some implements Cursor {
        private final RowAccess rows;
        private final long end;
        private long next;

        Some(RowAccess rows, long from, long end) {
            this.rows = rows;
            this.next = from;
            this.end = end;
        }

        @Override
        public boolean next() throws IOException {
            if (next == end) {
                return false;
            }
            rows.setRowIndex(next++);
            return true;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Column column(int index) {
        ColumnInfo info = table.getColumnInfo(index);
        return new Column(
                info.getName(),
                orBlank(info.getUnitString()),
                orBlank(info.getUCD()),
                orBlank(info.getDescription()),
                info.getContentClass());
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public Optional<Row> next() throws IOException {
        return cursor.next() ? Optional.of(new Row(++row, values)) : Optional.empty();
    }

    @Override
    public OptionalLong rows() {
        long count = table.getRowCount();
        return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    @Override
    public boolean isNumeric(int column) {
        return Number.class.isAssignableFrom(table.getColumnInfo(column).getContentClass());
    }

    @Override
    public List<Table> parts(int count) throws IOException {
        if (!table.isRandom()) {
            return List.of(this);
        }
        long rows = table.getRowCount();
        List<Table> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            long from = rows * part / count;
            RowAccess access = table.getRowAccess();
            parts.add(new StilTable(table, access, new Some(access, from, rows * (part + 1) / count), from, scratch));
        }
        return parts;
    }

    /// The values of the row read last: of a table with many columns, only those asked for are read.
    private static final class RowValues extends AbstractList<@Nullable Object> {
        private final RowData data;
        private final int columns;

        RowValues(RowData data, int columns) {
            this.data = data;
            this.columns = columns;
        }

        @Override
        public @Nullable Object get(int column) {
            try {
                return data.getCell(column);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int size() {
            return columns;
        }
    }

    @Override
    public void close() throws IOException {
        cursor.close();
        scratch.close();
    }
}
