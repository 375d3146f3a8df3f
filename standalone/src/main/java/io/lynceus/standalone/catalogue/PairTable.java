package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.files.BulkMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RandomStarTable;
import uk.ac.starlink.table.StarTableOutput;

/// Pairs as they are found, by several threads, and as a table in the order of the positions.
final class PairTable implements BulkMatch.Candidates {
    private static final ColumnInfo[] COLUMNS = {
        new ColumnInfo("id", String.class, "of the position"),
        new ColumnInfo("entry_id", String.class, "of the catalogue's entry"),
        new ColumnInfo("entry_ra_deg", Double.class, "at the catalogue's epoch"),
        new ColumnInfo("entry_dec_deg", Double.class, "at the catalogue's epoch"),
        new ColumnInfo("separation_arcsec", Double.class, "on the great circle"),
    };

    private long[] targetAndPlace = new long[1 << 16];
    private int[] rows = new int[1 << 16];
    private double[] separations = new double[1 << 16];
    private int count = 0;

    @Override
    public synchronized void of(int target, int[] found, double[] separationsArcsec, int number) {
        while (count + number > rows.length) {
            targetAndPlace = Arrays.copyOf(targetAndPlace, 2 * rows.length);
            separations = Arrays.copyOf(separations, 2 * rows.length);
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        for (int i = 0; i < number; i++) {
            targetAndPlace[count] = (long) target << Integer.SIZE | count;
            rows[count] = found[i];
            separations[count] = separationsArcsec[i];
            count++;
        }
    }

    int count() {
        return count;
    }

    /// Writes the pairs in the format that the file's extension names.
    void write(Path file, PositionTable positions, BulkMatch match) throws IOException {
        Arrays.sort(targetAndPlace, 0, count);
        new StarTableOutput().writeStarTable(new Sorted(positions, match), file.toString(), null);
    }

    /// The pairs, sorted by the number of the position.
    private final class Sorted extends RandomStarTable {
        private final PositionTable positions;
        private final BulkMatch match;

        Sorted(PositionTable positions, BulkMatch match) {
            this.positions = positions;
            this.match = match;
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.length;
        }

        @Override
        public long getRowCount() {
            return count;
        }

        @Override
        public ColumnInfo getColumnInfo(int column) {
            return COLUMNS[column];
        }

        @Override
        public Object getCell(long row, int column) {
            long key = targetAndPlace[(int) row];
            int place = (int) key;
            return switch (column) {
                case 0 -> positions.names().get((int) (key >>> Integer.SIZE));
                case 1 -> match.id(rows[place]);
                case 2 -> match.raDeg(rows[place]);
                case 3 -> match.decDeg(rows[place]);
                default -> separations[place];
            };
        }
    }
}
