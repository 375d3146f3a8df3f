package io.lynceus.crossmatch.files.search;

import static io.lynceus.crossmatch.files.columns.ColumnLayout.DOUBLE;
import static io.lynceus.crossmatch.files.columns.ColumnLayout.LONG;

import io.lynceus.crossmatch.files.columns.CatalogueColumns;
import io.lynceus.crossmatch.files.columns.ColumnFile;
import io.lynceus.sky.CellRange;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import io.lynceus.sky.SmallCone;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Index of a catalogue's positions along the HEALPix curve: finds the rows near a position, and their density there.
/// Immutable; usable until the arena its columns were mapped in closes.
public final class SkyIndex {
    /// Rows that a density is measured from, at least. Source: choice; a statistical error of 10%.
    private static final int ROWS_OF_A_DENSITY = 100;

    /// Half of a cell's diagonal at order 0 [arcsec], halved with every order. Source: see [Healpix#cone].
    private static final double CELL_RADIUS_ARCSEC = 220_496;

    /// Area of the sky [deg^2], 129600 / pi; by definition of the degree.
    private static final double SKY_SQ_DEG = 129_600 / Math.PI;

    private final int rows;
    private final MemorySegment cells;
    private final MemorySegment ras;
    private final MemorySegment decs;

    /// @param cells of order 29, ascending
    SkyIndex(int rows, MemorySegment cells, MemorySegment ras, MemorySegment decs) {
        this.rows = rows;
        this.cells = cells;
        this.ras = ras;
        this.decs = decs;
    }

    public static SkyIndex of(ColumnFile file) throws IOException {
        return new SkyIndex(
                file.rows(),
                file.required(CatalogueColumns.CELL),
                file.required(CatalogueColumns.RA),
                file.required(CatalogueColumns.DEC));
    }

    /// What is done with a row that a search comes by.
    @FunctionalInterface
    interface Visitor {
        void row(int row);
    }

    public int rows() {
        return rows;
    }

    double raDeg(int row) {
        return ras.getAtIndex(DOUBLE, row);
    }

    double decDeg(int row) {
        return decs.getAtIndex(DOUBLE, row);
    }

    public SkyPosition position(int row) {
        return new SkyPosition(raDeg(row), decDeg(row));
    }

    /// Every row within a radius, ascending, and some that are farther away.
    void around(SkyPosition center, double radiusArcsec, Visitor visitor) {
        SmallCone cone = new SmallCone();
        if (cone.set(Healpix.cell(Healpix.ORDER_MAX, center), radiusArcsec)) {
            for (int run = 0; run < cone.runs(); run++) {
                visit(cone.from(run), cone.to(run), visitor);
            }
        } else {
            int order = orderFor(radiusArcsec);
            int shift = 2 * (Healpix.ORDER_MAX - order);
            for (CellRange range : Healpix.cone(order, center, radiusArcsec).ranges()) {
                visit(range.from() << shift, range.to() << shift, visitor);
            }
        }
    }

    private void visit(long from, long to, Visitor visitor) {
        for (int row = firstRowFrom(from, 0, rows); row < rows && cell(row) < to; row++) {
            visitor.row(row);
        }
    }

    private static int orderFor(double radiusArcsec) {
        int order = Math.getExponent(CELL_RADIUS_ARCSEC / Math.max(radiusArcsec, Double.MIN_NORMAL));
        return Math.clamp(order, 0, Healpix.ORDER_MAX);
    }

    public long cell(int row) {
        return cells.getAtIndex(LONG, row);
    }

    /// The first row at or after a cell of order 29, between two rows.
    int firstRowFrom(long cell, int fromRow, int toRow) {
        int low = fromRow;
        int high = toRow;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cell(middle) < cell) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The same over all rows, quickly where the row is not far from another.
    int firstRowNear(long cell, int near) {
        int step = 1;
        if (near < rows && cell(near) < cell) {
            int below = near;
            while (below + step < rows && cell(below + step) < cell) {
                below += step;
                step <<= 1;
            }
            return firstRowFrom(cell, below + 1, (int) Math.min(rows, (long) below + step));
        }
        int above = near;
        while (above - step >= 0 && cell(above - step) >= cell) {
            above -= step;
            step <<= 1;
        }
        return firstRowFrom(cell, Math.max(0, above - step + 1), above);
    }

    /// Rows in a cell of any order.
    public int count(int order, long cell) {
        int shift = 2 * (Healpix.ORDER_MAX - order);
        int first = firstRowFrom(cell << shift, 0, rows);
        return firstRowFrom(cell + 1 << shift, first, rows) - first;
    }

    /// Whether a cell of an order, or one that touches it, holds any row.
    boolean reaches(int order, SkyPosition position) {
        long cell = Healpix.cell(order, position);
        return count(order, cell) > 0
                || Arrays.stream(Healpix.neighbours(order, cell)).anyMatch(beside -> count(order, beside) > 0);
    }

    /// Rows per square degree around a position.
    ///
    /// @param perSqDeg [deg^-2]
    /// @param fromCell first cell of order 29 around which it is the same
    /// @param toCell first cell after those
    /// @param order of the HEALPix cell that it was measured in; -1 for none
    /// @param firstRow of that cell
    record Density(double perSqDeg, long fromCell, long toCell, int order, int firstRow) {
        /// Where nothing has been measured yet.
        static final Density NOWHERE = new Density(Double.NaN, 0, 0, -1, 0);

        /// The same everywhere.
        static Density declared(double perSqDeg) {
            return new Density(perSqDeg, 0, Long.MAX_VALUE, -1, 0);
        }

        boolean holdsAt(long cell) {
            return cell >= fromCell && cell < toCell;
        }
    }

    /// Rows per square degree around a position [deg^-2].
    ///
    /// Those of the smallest cell that holds it and 100 rows, over the part of that cell that the catalogue covers:
    /// the sixteenths with any row in them. Each stays empty by a chance of 0.2% at most, and a position on the
    /// very edge of a survey has three quarters of its density.
    ///
    /// @param cell of order 29 at the position
    /// @param otherwise where not even the largest cell has as many
    /// @param former found before, best not far away: the search begins there
    Density density(long cell, double otherwise, Density former) {
        int order = former.order;
        int first = former.firstRow;
        while (order >= 0 && count(order, cell, first) < ROWS_OF_A_DENSITY) {
            order--;
        }
        while (order + 3 <= Healpix.ORDER_MAX && count(order + 1, cell, first) >= ROWS_OF_A_DENSITY) {
            order++;
            first = firstRowNear(firstCell(order, cell), first);
        }
        long from = firstCell(order + 1, cell);
        long to = from + (1L << 2 * (Healpix.ORDER_MAX - order - 1));
        if (order < 0) {
            return new Density(otherwise, from, to, order, first);
        }
        first = firstRowNear(firstCell(order, cell), first);
        int end = first + count(order, cell, first);
        return new Density((end - first) / coveredSqDeg(order, cell, first, end), from, to, order, first);
    }

    /// First cell of order 29 in the cell of an order that holds one.
    private static long firstCell(int order, long cell) {
        int shift = 2 * (Healpix.ORDER_MAX - order);
        return cell >>> shift << shift;
    }

    /// Rows in the cell of an order that holds one of order 29.
    private int count(int order, long cell, int near) {
        long from = firstCell(order, cell);
        int first = firstRowNear(from, near);
        return firstRowNear(from + (1L << 2 * (Healpix.ORDER_MAX - order)), first) - first;
    }

    private double coveredSqDeg(int order, long cell, int first, int end) {
        int shift = 2 * (Healpix.ORDER_MAX - order - 2);
        long parts = cell >>> shift + 4 << 4;
        int covered = 0;
        int from = first;
        for (int part = 0; part < 16; part++) {
            int to = firstRowFrom(parts + part + 1 << shift, from, end);
            covered += to > from ? 1 : 0;
            from = to;
        }
        return covered * SKY_SQ_DEG / Healpix.cellCount(order + 2);
    }
}
