package io.lynceus.sky;

import java.util.ArrayList;
import java.util.List;

/// The search for the cells of one order that a cone may touch: down from the base cells, leaving out whole branches.
///
/// A cell is left out when its middle is farther from the cone's than radius + circumradius, and taken whole when it is
/// nearer than radius - circumradius. Distances are compared as squared chords, which are precise at small angles.
///
/// Not thread-safe: one use per cone.
final class ConeCover {
    /// Bound on the distance from a cell's middle to its farthest corner, times 2^order [rad]: sqrt(5 pi^2/144 + 4/5).
    ///
    /// The diagonals of a small cell are longest at |sin dec| = 2/3 on the meridians between quadrants, where half
    // of
    /// them measures pi sqrt(5)/12 across and 2/sqrt(5) along the meridian on the lattice of [Healpix]; cells of
    // every
    /// order stay below that limit. Source: derived from Gorski et al. 2005, eq. 5-8 and sect. 5; compared with
    /// `healpy.max_pixrad` in the tests.
    static final double CIRCUMRADIUS_RAD = Math.sqrt(5 * Math.PI * Math.PI / 144 + 0.8);

    /// Margin for rounding in positions and chords [rad]. Source: some ten times the rounding of a unit vector.
    private static final double ROUNDING_RAD = 2e-15;

    private final int order;
    private final double x;
    private final double y;
    private final double z;
    private final double[] outside = new double[Healpix.ORDER_MAX + 1];
    private final double[] inside = new double[Healpix.ORDER_MAX + 1];
    private final List<CellRange> found = new ArrayList<>();
    private long from = 0;
    private long to = 0;

    ConeCover(int order, SkyPosition center, double radiusRad) {
        this.order = order;
        double raRad = Math.toRadians(center.raDeg());
        double decRad = Math.toRadians(center.decDeg());
        x = Math.cos(decRad) * Math.cos(raRad);
        y = Math.cos(decRad) * Math.sin(raRad);
        z = Math.sin(decRad);
        for (int level = 0; level <= order; level++) {
            double reach = CIRCUMRADIUS_RAD / (1L << level) + ROUNDING_RAD;
            outside[level] = squaredChord(radiusRad + reach);
            inside[level] = radiusRad > reach ? squaredChord(radiusRad - reach) : -1;
        }
    }

    CellRanges cells() {
        for (int base = 0; base < 12; base++) {
            descend(0, base);
        }
        close();
        return new CellRanges(order, found);
    }

    private void descend(int level, long cell) {
        double distance = squaredChordTo(NestedCell.of(level, cell).center());
        if (distance > outside[level]) {
            return;
        }
        if (level == order || distance < inside[level]) {
            int below = 2 * (order - level);
            add(cell << below, cell + 1 << below);
            return;
        }
        for (long part = 4 * cell; part < 4 * cell + 4; part++) {
            descend(level + 1, part);
        }
    }

    private void add(long first, long end) {
        if (first != to) {
            close();
            from = first;
        }
        to = end;
    }

    private void close() {
        if (to > from) {
            found.add(new CellRange(from, to));
        }
    }

    private double squaredChordTo(SkyPosition position) {
        double raRad = Math.toRadians(position.raDeg());
        double decRad = Math.toRadians(position.decDeg());
        double cosDec = Math.cos(decRad);
        double towardsX = cosDec * Math.cos(raRad) - x;
        double towardsY = cosDec * Math.sin(raRad) - y;
        double towardsZ = Math.sin(decRad) - z;
        return towardsX * towardsX + towardsY * towardsY + towardsZ * towardsZ;
    }

    /// Square of the chord under an angle [rad]; of the whole sphere's diameter, with room for rounding, above pi.
    private static double squaredChord(double angleRad) {
        double chord = 2 * Math.sin(angleRad / 2);
        return angleRad < Math.PI ? chord * chord : 5;
    }
}
