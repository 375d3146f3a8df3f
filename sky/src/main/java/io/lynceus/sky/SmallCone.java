package io.lynceus.sky;

/// The cells that a small cone may touch, as up to four runs of order 29, found by integer arithmetic alone.
///
/// A cone of radius r reaches at most r / [ConeCover#WIDTH_RAD] along either side of its base cell. The order is the
/// highest whose cells are at least as wide as the cone's reach on both sides, made coarser by the two orders that cost
/// least. Then the cone touches at most two columns and two rows of cells, and mostly one. No position within the
/// radius is missed. Cells are wider than the cone, so positions in them must be measured.
///
/// Not thread-safe: made once and [set][#set] for every cone.
public final class SmallCone {
    /// Orders coarser than need be. Source: measured by `benchmark crossmatch`; fewer runs to look up against more rows
    /// to measure.
    private static final int COARSER = 2;

    private static final double UNITS_PER_ARCSEC =
            (1L << Healpix.ORDER_MAX) / ConeCover.WIDTH_RAD / Angles.ARCSEC_PER_RAD;
    private static final double MOST_UNITS = 1L << Healpix.ORDER_MAX - 4;

    private final long[] from = new long[4];
    private final long[] to = new long[4];
    private int runs = 0;

    /// Takes the cells of a cone.
    ///
    /// @param middle the cell of order 29 at its centre
    /// @param radiusArcsec [arcsec], >= 0
    /// @return false where the cone is large or comes too close to the border of a base cell: [Healpix#cone] knows
    /// those
    public boolean set(long middle, double radiusArcsec) {
        runs = 0;
        double units = radiusArcsec * UNITS_PER_ARCSEC + 2;
        if (!(units < MOST_UNITS)) {
            return false;
        }
        int reach = (int) units;
        int x = NestedCell.even(middle, Healpix.ORDER_MAX);
        int y = NestedCell.even(middle >>> 1, Healpix.ORDER_MAX);
        int last = (1 << Healpix.ORDER_MAX) - 1;
        if (x < reach || y < reach || x > last - reach || y > last - reach) {
            return false;
        }
        int shift = Integer.SIZE - Integer.numberOfLeadingZeros(2 * reach) + COARSER;
        long base = middle >>> 2 * Healpix.ORDER_MAX << 2 * (Healpix.ORDER_MAX - shift);
        long west = NestedCell.spread(x - reach >>> shift);
        long east = NestedCell.spread(x + reach >>> shift);
        long south = NestedCell.spread(y - reach >>> shift) << 1;
        long north = NestedCell.spread(y + reach >>> shift) << 1;
        long one = base | Math.min(east | south, west | north);
        long other = base | Math.max(east | south, west | north);
        add(base | west | south, shift);
        add(one, shift);
        add(other, shift);
        add(base | east | north, shift);
        return true;
    }

    private void add(long cell, int shift) {
        long first = cell << 2 * shift;
        long end = cell + 1 << 2 * shift;
        if (runs > 0 && first <= to[runs - 1]) {
            to[runs - 1] = Math.max(end, to[runs - 1]);
        } else {
            from[runs] = first;
            to[runs] = end;
            runs++;
        }
    }

    /// Number of runs, ascending with gaps between them.
    public int runs() {
        return runs;
    }

    /// First cell of a run, at order 29.
    public long from(int run) {
        return from[run];
    }

    /// First cell after a run, at order 29.
    public long to(int run) {
        return to[run];
    }
}
