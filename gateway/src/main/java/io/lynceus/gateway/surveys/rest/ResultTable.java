package io.lynceus.gateway.surveys.rest;

import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.gateway.surveys.Surveys.ResultRow;
import io.lynceus.tables.Table;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;

/// A survey as a table, with the result columns after its own. Each pass reads the survey a portion at a time.
final class ResultTable extends AbstractStarTable {
    private final Surveys surveys;
    private final Survey survey;
    private final List<ResultColumn> results;
    private final boolean padded;

    /// @param padded whether a blank text is one blank, which FITS takes for none: astropy does not read a column of no
    ///     width, such as one in which all texts are blank would be
    ResultTable(Surveys surveys, Survey survey, List<ResultColumn> results, boolean padded) {
        this.padded = padded;
        this.surveys = surveys;
        this.survey = survey;
        this.results = results.stream()
                .map(column -> column.besides(survey.columnNames()))
                .toList();
        setName(survey.name());
    }

    @Override
    public int getColumnCount() {
        return survey.columns().size() + results.size();
    }

    @Override
    public ColumnInfo getColumnInfo(int column) {
        if (column >= survey.columns().size()) {
            return results.get(column - survey.columns().size()).info();
        }
        Table.Column given = survey.columns().get(column);
        ColumnInfo info = new ColumnInfo(given.name(), given.type(), given.description());
        info.setUnitString(given.unit().isBlank() ? null : given.unit());
        info.setUCD(given.ucd().isBlank() ? null : given.ucd());
        return info;
    }

    @Override
    public long getRowCount() {
        return survey.rows();
    }

    @Override
    public RowSequence getRowSequence() {
        return new Rows();
    }

    private final class Rows implements RowSequence {
        private int portion;
        private Iterator<ResultRow> results = List.<ResultRow>of().iterator();
        private @Nullable ResultRow row;

        @Override
        public boolean next() {
            if (!results.hasNext()) {
                results = surveys.portion(survey.id(), portion++).iterator();
            }
            row = results.hasNext() ? results.next() : null;
            return row != null;
        }

        @Override
        public @Nullable Object getCell(int column) {
            Object cell = cell(column);
            return cell == null && padded && getColumnInfo(column).getContentClass() == String.class ? " " : cell;
        }

        private @Nullable Object cell(int column) {
            if (row == null) {
                throw new IllegalStateException("there is no row here");
            }
            int own = survey.columns().size();
            return column < own
                    ? value(
                            row.row().cells().get(column),
                            survey.columns().get(column).type())
                    : row.result()
                            .map(ResultTable.this.results.get(column - own).value())
                            .orElse(null);
        }

        @Override
        public @Nullable Object[] getRow() {
            @Nullable Object[] cells = new @Nullable Object[getColumnCount()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = getCell(column);
            }
            return cells;
        }

        @Override
        public void close() {
            row = null;
        }
    }

    /// A cell in its original type: cells are stored as text.
    private static @Nullable Object value(String cell, Class<?> type) {
        if (cell.isBlank()) {
            return null;
        }
        if (type == Double.class) {
            return Double.valueOf(cell);
        }
        if (type == Long.class) {
            return Long.valueOf(cell);
        }
        return type == Boolean.class ? (Object) Boolean.valueOf(cell) : cell;
    }
}
