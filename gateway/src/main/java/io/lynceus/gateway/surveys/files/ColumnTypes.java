package io.lynceus.gateway.surveys.files;

import io.lynceus.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The type of each column of a table: from the file, or from all cells where the file has no types. Not thread-safe.
final class ColumnTypes {
    private final List<Table.Column> columns;
    private final boolean[] whole;
    private final boolean[] number;
    private final boolean[] seen;

    ColumnTypes(List<Table.Column> columns) {
        this.columns = columns;
        this.whole = new boolean[columns.size()];
        this.number = new boolean[columns.size()];
        this.seen = new boolean[columns.size()];
        Arrays.fill(whole, true);
        Arrays.fill(number, true);
    }

    void look(List<String> cells) {
        for (int column = 0; column < number.length; column++) {
            String cell = cells.get(column);
            if (number[column] && !cell.isBlank()) {
                seen[column] = true;
                whole[column] = whole[column] && cell.matches("[+-]?\\d{1,18}");
                number[column] = whole[column] || isNumber(cell);
            }
        }
    }

    private static boolean isNumber(String cell) {
        try {
            var unused = Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// Texts, doubles, longs and truth values.
    List<Table.Column> columns() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    Table.Column column = columns.get(i);
                    return new Table.Column(
                            column.name(), column.unit(), column.ucd(), column.description(), type(i, column.type()));
                })
                .toList();
    }

    private Class<?> type(int column, Class<?> told) {
        if (told == Boolean.class) {
            return Boolean.class;
        }
        if (Number.class.isAssignableFrom(told)) {
            return told == Double.class || told == Float.class ? Double.class : Long.class;
        }
        return told != String.class || !seen[column] || !number[column]
                ? String.class
                : whole[column] ? Long.class : Double.class;
    }
}
