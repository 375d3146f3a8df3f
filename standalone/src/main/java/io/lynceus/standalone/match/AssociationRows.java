package io.lynceus.standalone.match;

import io.lynceus.crossmatch.match.Associations;
import io.lynceus.sky.SkyPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Associations as CSV, in NWAY's columns and order.
///
/// @param near of each table but the first: row numbers of the candidates of each source
/// @param leastProbability associations of a lower `p_i` are left out
record AssociationRows(List<PositionTable> tables, List<List<int[]>> near, double leastProbability) {
    /// NWAY's text for a missing entry.
    private static final String ABSENT = "-99";

    /// Some lines. Not thread-safe.
    static final class Lines {
        private final StringBuilder text = new StringBuilder();
        private int count = 0;

        CharSequence text() {
            return text;
        }

        int count() {
            return count;
        }

        private void add(List<String> cells) {
            text.append(String.join(",", cells)).append(System.lineSeparator());
            count++;
        }
    }

    /// The line of column names.
    String head() {
        List<String> columns = new ArrayList<>();
        tables.forEach(table -> columns.add(table.name() + "_ID"));
        for (int i = 1; i < tables.size(); i++) {
            for (int j = 0; j < i; j++) {
                columns.add("Separation_" + tables.get(i).name() + "_"
                        + tables.get(j).name());
            }
        }
        columns.addAll(List.of("Separation_max", "ncat", "dist_bayesfactor"));
        if (corrected()) {
            columns.add("dist_bayesfactor_corrected");
        }
        columns.addAll(List.of("dist_post", "p_single", "p_any", "p_i", "match_flag"));
        return String.join(",", columns) + System.lineSeparator();
    }

    /// NWAY has the column only where it can differ.
    private boolean corrected() {
        return tables.size() > 2;
    }

    PositionTable.Row source(int number) {
        return tables.getFirst().rows().get(number);
    }

    /// Adds the associations of a source.
    void add(int source, Associations found, Lines lines) {
        for (int row = 0; row < found.size(); row++) {
            if (found.match(row) >= leastProbability) {
                lines.add(cells(source, found, row));
            }
        }
    }

    private List<String> cells(int number, Associations found, int row) {
        PositionTable.Row source = source(number);
        List<@Nullable SkyPosition> places = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        places.add(source.position());
        cells.add(source.id());
        for (int k = 0; k < near.size(); k++) {
            int member = found.member(row, k);
            PositionTable.@Nullable Row entry =
                    member < 0 ? null : tables.get(k + 1).rows().get(near.get(k).get(number)[member]);
            places.add(entry == null ? null : entry.position());
            cells.add(entry == null ? ABSENT : entry.id());
        }
        double widest = 0;
        for (int i = 1; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                SkyPosition one = places.get(i);
                SkyPosition other = places.get(j);
                double separation = one == null || other == null ? Double.NaN : other.separationArcsec(one);
                cells.add(Double.isNaN(separation) ? "" : number(separation));
                widest = Double.isNaN(separation) ? widest : Math.max(widest, separation);
            }
        }
        cells.add(number(widest));
        cells.add(String.valueOf(found.ncat(row)));
        cells.add(number(found.log10BayesFactor(row)));
        if (corrected()) {
            cells.add(number(found.log10CorrectedBayesFactor(row)));
        }
        cells.add(number(found.distPost(row)));
        cells.add(number(found.single(row)));
        cells.add(number(found.anyMatch()));
        cells.add(number(found.match(row)));
        cells.add(String.valueOf(found.flag(row)));
        return cells;
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.8g", value);
    }
}
