package io.lynceus.sky;

import java.util.stream.IntStream;

/// HEALPix: the sphere in cells of equal area, numbered in the nested scheme, where the four parts of cell n at
/// one order are 4n to 4n+3 at the next.
///
/// An order k has 12 * 4^k cells; 29 is the last whose numbers fit a long.
///
/// The sphere is projected onto a plane where its twelve base cells are equal squares standing on a corner
/// (longitude X = 4 ra / pi; Y = 3/2 sin(dec) in the belt, +-(2 - s) in the caps, with s = sqrt(3 (1 - |sin
/// dec|)) the shrinking of a meridian's distance from the middle of its quadrant). Along the diagonals (X+Y)/2
/// and (Y-X)/2 those squares are the unit cells of a lattice, and everything here is arithmetic on that lattice.
///
/// Source: Gorski et al. 2005, ApJ 622, 759, sect. 4 and 5, doi:10.1086/427976; Calabretta & Roukema 2007, MNRAS
/// 381, 865, sect. 2, doi:10.1111/j.1365-2966.2007.12297.x.
public final class Healpix {
    /// Highest order: 12 * 4^29 cells of 0.4 milliarcseconds.
    public static final int ORDER_MAX = 29;

    private Healpix() {}

    /// Number of cells on the sphere at an order, 12 * 4^order.
    public static long cellCount(int order) {
        requireOrder(order);
        return 12L << 2 * order;
    }

    /// The cell that holds a position.
    public static long cell(int order, SkyPosition position) {
        requireOrder(order);
        return NestedCell.numberAt(order, position.raDeg(), position.decDeg());
    }

    /// The middle of a cell; error below 1e-14 rad.
    public static SkyPosition center(int order, long cell) {
        return NestedCell.of(order, requireCell(order, cell)).center();
    }

    /// The cells that share a side or a corner with a cell, ascending.
    ///
    /// Eight, but seven at the corners where only three base cells meet; at order 0 six round a polar cell and
    /// six round an equatorial one.
    public static long[] neighbours(int order, long cell) {
        NestedCell middle = NestedCell.of(order, requireCell(order, cell));
        return IntStream.range(0, 9)
                .filter(step -> step != 4)
                .mapToLong(step -> middle.numberBeside(step % 3 - 1, step / 3 - 1))
                .filter(number -> number != NestedCell.ABSENT)
                .sorted()
                .toArray();
    }

    /// Every cell that may hold a position within a radius of the centre: none is missed, some may be too many.
    ///
    /// Each returned cell has a point within radius + 0.535 / 2^order rad (110248" / 2^order) of the centre: half
    /// the largest distance from a cell's middle to its corner. At orders 28 and 29 the bound is 1.069 and 2.138
    /// / 2^order.
    ///
    /// @param radiusArcsec radius of the cone [arcsec], in [0, 648000]
    public static CellRanges cone(int order, SkyPosition center, double radiusArcsec) {
        requireOrder(order);
        Require.within("radius_arcsec", radiusArcsec, 0, Angles.HALF_TURN_ARCSEC, "arcsec");
        return new ConeCover(order, center, radiusArcsec / Angles.ARCSEC_PER_RAD).cells();
    }

    static void requireOrder(int order) {
        if (!(order >= 0 && order <= ORDER_MAX)) {
            throw new IllegalArgumentException("HEALPix order is " + order + ", must lie in [0, " + ORDER_MAX + "]");
        }
    }

    private static long requireCell(int order, long cell) {
        if (!(cell >= 0 && cell < cellCount(order))) {
            throw new IllegalArgumentException(
                    "HEALPix cell is " + cell + ", must lie in [0, " + cellCount(order) + ") at order " + order);
        }
        return cell;
    }
}
