package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.files.search.BulkAssociation;
import io.lynceus.crossmatch.files.search.BulkMatch;
import io.lynceus.crossmatch.files.search.CatalogueRows;
import io.lynceus.crossmatch.match.Associations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RandomStarTable;
import uk.ac.starlink.table.StarTableOutput;

/// Pairs as they are found, by several threads, and as a table in the order of the positions.
final class PairTable implements BulkMatch.RowSink, BulkAssociation.AssociationSink {
    private static final ColumnInfo[] COLUMNS = {
        new ColumnInfo("id", String.class, "of the position"),
        new ColumnInfo("entry_id", String.class, "of the catalogue's entry"),
        new ColumnInfo("entry_ra_deg", Double.class, "at the catalogue's epoch"),
        new ColumnInfo("entry_dec_deg", Double.class, "at the catalogue's epoch"),
        new ColumnInfo("separation_arcsec", Double.class, "on the great circle"),
        new ColumnInfo("dist_bayesfactor", Double.class, "log10 of the evidence of both being one object"),
        new ColumnInfo("p_any", Double.class, "probability that the position has a counterpart among its pairs"),
        new ColumnInfo("p_i", Double.class, "probability of the pair, given that it has"),
        new ColumnInfo("match_flag", Integer.class, "1 most probable, 2 nearly as probable, 0 less"),
    };
    private static final int COLUMNS_BY_SEPARATION = 5;

    private final boolean judged;
    private long[] targetAndPlace = new long[1 << 16];
    private int[] rows = new int[1 << 16];
    private double[] separations = new double[1 << 16];
    private double[] bayesFactors;
    private double[] anyMatches;
    private double[] matches;
    private byte[] flags;
    private int count = 0;

    /// @param judged whether pairs come with probabilities
    PairTable(boolean judged) {
        this.judged = judged;
        int first = judged ? rows.length : 0;
        bayesFactors = new double[first];
        anyMatches = new double[first];
        matches = new double[first];
        flags = new byte[first];
    }

    @Override
    public synchronized void of(int target, int[] found, double[] separationsArcsec, int number) {
        while (count + number > rows.length) {
            grow();
        }
        for (int i = 0; i < number; i++) {
            targetAndPlace[count] = (long) target << Integer.SIZE | count;
            rows[count] = found[i];
            separations[count] = separationsArcsec[i];
            count++;
        }
    }

    @Override
    public synchronized void of(
            int target, int[] found, double[] separationsArcsec, int number, Associations associations) {
        of(target, found, separationsArcsec, number);
        for (int i = 0; i < number; i++) {
            int place = count - number + i;
            bayesFactors[place] = associations.log10BayesFactor(i + 1);
            anyMatches[place] = associations.anyMatch();
            matches[place] = associations.match(i + 1);
            flags[place] = (byte) associations.flag(i + 1);
        }
    }

    private void grow() {
        int capacity = 2 * rows.length;
        targetAndPlace = Arrays.copyOf(targetAndPlace, capacity);
        separations = Arrays.copyOf(separations, capacity);
        rows = Arrays.copyOf(rows, capacity);
        if (judged) {
            bayesFactors = Arrays.copyOf(bayesFactors, capacity);
            anyMatches = Arrays.copyOf(anyMatches, capacity);
            matches = Arrays.copyOf(matches, capacity);
            flags = Arrays.copyOf(flags, capacity);
        }
    }

    int count() {
        return count;
    }

    /// Writes the pairs in the format that the file's extension names.
    void write(Path file, PositionTable positions, CatalogueRows catalogue) throws IOException {
        Arrays.sort(targetAndPlace, 0, count);
        new StarTableOutput().writeStarTable(new Sorted(positions, catalogue), file.toString(), null);
    }

    /// The pairs, sorted by the number of the position.
    private final class Sorted extends RandomStarTable {
        private final PositionTable positions;
        private final CatalogueRows catalogue;

        private final ColumnInfo[] columns = new ColumnInfo[judged ? COLUMNS.length : COLUMNS_BY_SEPARATION];

        Sorted(PositionTable positions, CatalogueRows catalogue) {
            this.positions = positions;
            this.catalogue = catalogue;
            Arrays.setAll(columns, column -> new ColumnInfo(COLUMNS[column]));
            // A writer that knows the longest texts, and that no number is missing, need not read the table twice.
            columns[0].setElementSize(longest(place -> positions
                    .names()
                    .get((int) (targetAndPlace[place] >>> Integer.SIZE))
                    .length()));
            columns[1].setElementSize(longest(place -> catalogue.idBytes(rows[place])));
            Stream.of(columns).skip(2).forEach(column -> column.setNullable(false));
        }

        private int longest(IntUnaryOperator length) {
            return IntStream.range(0, count).map(length).max().orElse(1);
        }

        @Override
        public int getColumnCount() {
            return columns.length;
        }

        @Override
        public long getRowCount() {
            return count;
        }

        @Override
        public ColumnInfo getColumnInfo(int column) {
            return columns[column];
        }

        @Override
        public Object getCell(long row, int column) {
            long key = targetAndPlace[(int) row];
            int place = (int) key;
            return switch (column) {
                case 0 -> positions.names().get((int) (key >>> Integer.SIZE));
                case 1 -> catalogue.id(rows[place]);
                case 2 -> catalogue.raDeg(rows[place]);
                case 3 -> catalogue.decDeg(rows[place]);
                case 4 -> separations[place];
                case 5 -> bayesFactors[place];
                case 6 -> anyMatches[place];
                case 7 -> matches[place];
                default -> (int) flags[place];
            };
        }
    }
}
