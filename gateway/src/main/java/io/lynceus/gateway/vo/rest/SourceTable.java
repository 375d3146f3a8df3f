package io.lynceus.gateway.vo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.gateway.suite.ServiceAway;
import io.lynceus.runtime.problem.Problem;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;

/// Sources as a table that is read once, row by row.
///
/// A source that cannot be fetched ends the table early. [#failure] has the reason, for the end of the written table.
/// Not thread-safe.
final class SourceTable extends AbstractStarTable {
    private final List<SourceColumn> columns;
    private final Iterator<JsonNode> sources;
    private final long mostRows;
    private boolean overflown;
    private @Nullable String failure;

    /// @param mostRows that the table has, however many sources there are
    SourceTable(List<SourceColumn> columns, Iterator<JsonNode> sources, long mostRows) {
        this.columns = List.copyOf(columns);
        this.sources = sources;
        this.mostRows = mostRows;
        setName("sources");
    }

    /// Whether there are more sources than the table has rows; known after the last row.
    boolean overflown() {
        return overflown;
    }

    /// Why the table ended early; known after the last row.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public ColumnInfo getColumnInfo(int column) {
        return columns.get(column).info();
    }

    /// -1: not known before the last row.
    @Override
    public long getRowCount() {
        return -1;
    }

    @Override
    public RowSequence getRowSequence() {
        return new Rows();
    }

    private final class Rows implements RowSequence {
        private long row;
        private @Nullable JsonNode source;

        @Override
        public boolean next() {
            source = null;
            try {
                if (!sources.hasNext()) {
                    return false;
                }
                if (row == mostRows) {
                    overflown = true;
                    return false;
                }
                source = sources.next();
                row++;
                return true;
            } catch (ServiceAway | Problem e) {
                failure = String.valueOf(e.getMessage());
                return false;
            }
        }

        @Override
        public @Nullable Object getCell(int column) {
            if (source == null) {
                throw new IllegalStateException("there is no row here");
            }
            return columns.get(column).value().apply(source);
        }

        @Override
        public @Nullable Object[] getRow() {
            @Nullable Object[] cells = new @Nullable Object[columns.size()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = getCell(column);
            }
            return cells;
        }

        @Override
        public void close() {
            source = null;
        }
    }
}
