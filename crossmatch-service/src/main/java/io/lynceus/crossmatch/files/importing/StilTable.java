package io.lynceus.crossmatch.files.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private long row;

    private StilTable(StarTable table) throws IOException {
        columns = IntStream.range(0, table.getColumnCount())
                .mapToObj(i -> table.getColumnInfo(i).getName())
                .toList();
        rows = table.getRowSequence();
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
        List<String> cells = new ArrayList<>(columns.size());
        for (@Nullable Object value : rows.getRow()) {
            cells.add(value == null ? "" : value.toString());
        }
        return Optional.of(new Row(++row, cells));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
