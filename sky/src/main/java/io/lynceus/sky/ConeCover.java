package io.lynceus.sky;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// The search for the cells of one order that a cone may touch.
///
/// It starts from the cells around the cone's centre whose neighbours reach farther than the radius, and goes down
/// leaving out whole branches. A cell is left out when its middle is farther away than radius + circumradius, and taken
/// whole when it is nearer than radius - circumradius. A cell of the order asked for is taken when one of its own parts
/// two orders below may touch the cone. Distances are compared as squared chords, which are precise at small angles.
///
/// Not thread-safe: one use per cone.
final class ConeCover {
    /// Bound on the distance from a cell's middle to its farthest corner, times 2^order [rad]; 1.06897.
    ///
    /// The diagonals of a small cell are longest at |sin dec| = 2/3 on the meridians between quadrants, where
    /// half of them measures pi sqrt(5)/12 across and 2/sqrt(5) along the meridian on the lattice of [Healpix];
    /// cells of every order stay below that limit. Source: derived from Gorski et al. 2005, eq. 5-8 and sect. 5;
    /// compared with `healpy.max_pixrad` in the tests.
    static final double CIRCUMRADIUS_RAD = Math.sqrt(5 * Math.PI * Math.PI / 144 + 0.8);

    /// Bound on the way out of a cell and all its neighbours, times 2^order [rad].
    ///
    /// The narrowest cells lie at the poles on the meridians between quadrants, where the lattice of [Healpix]
    /// gives them a width of (pi/3) / sqrt(2/3 + pi^2/6) = 0.6888 / 2^order; larger cells are wider. Source:
    /// derived from Gorski et al. 2005, eq. 5-8; compared with healpy's cell borders in the tests.
    static final double WIDTH_RAD = 0.68;

    /// How many orders below the one asked for a doubtful cell's parts are looked at.
    /// Source: choice, a quarter of the doubtful border for at most 20 more distances per cell.
    private static final int REFINEMENT = 2;

    /// Margin for rounding in positions and chords [rad]. Source: some ten times the rounding of a unit vector.
    private static final double ROUNDING_RAD = 2e-15;

    private final int order;
    private final int finest;
    private final SkyPosition center;
    private final double radiusRad;
    private final double x;
    private final double y;
    private final double z;
    private final double within;
    private final double[] outside = new double[Healpix.ORDER_MAX + 1];
    private final double[] inside = new double[Healpix.ORDER_MAX + 1];
    private final List<CellRange> found = new ArrayList<>();
    private long from = 0;
    private long to = 0;

    ConeCover(int order, SkyPosition center, double radiusRad) {
        this.order = order;
        this.finest = Math.min(order + REFINEMENT, Healpix.ORDER_MAX);
        this.center = center;
        this.radiusRad = radiusRad;
        double raRad = Math.toRadians(center.raDeg());
        double decRad = Math.toRadians(center.decDeg());
        x = Math.cos(decRad) * Math.cos(raRad);
        y = Math.cos(decRad) * Math.sin(raRad);
        z = Math.sin(decRad);
        within = squaredChord(radiusRad);
    }

    CellRanges cells() {
        int holding = highestHolding();
        int start = Math.max(0, holding);
        for (int level = start; level <= finest; level++) {
            double reach = CIRCUMRADIUS_RAD / (1L << level) + ROUNDING_RAD;
            outside[level] = squaredChord(radiusRad + reach);
            inside[level] = radiusRad > reach ? squaredChord(radiusRad - reach) : -1;
        }
        long[] starts = holding < 0 ? LongStream.range(0, 12).toArray() : around(holding);
        for (long cell : starts) {
            descend(start, cell);
        }
        close();
        return new CellRanges(order, found);
    }

    /// The highest order at which a cell and its neighbours hold the cone, -1 if none does.
    private int highestHolding() {
        int level = -1;
        while (level < order && radiusRad + ROUNDING_RAD < WIDTH_RAD / (1L << level + 1)) {
            level++;
        }
        return level;
    }

    private long[] around(int level) {
        long middle = Healpix.cell(level, center);
        return LongStream.concat(LongStream.of(middle), LongStream.of(Healpix.neighbours(level, middle)))
                .sorted()
                .toArray();
    }

    private void descend(int level, long cell) {
        double distance = squaredChordTo(level, cell);
        if (distance > outside[level]) {
            return;
        }
        if (distance < inside[level] || level == order && touches(level, cell, distance)) {
            int below = 2 * (order - level);
            add(cell << below, cell + 1 << below);
        } else if (level < order) {
            for (long part = 4 * cell; part < 4 * cell + 4; part++) {
                descend(level + 1, part);
            }
        }
    }

    /// Whether a cell that is not left out by its distance has a part down at the finest order that is not
    /// either.
    private boolean touches(int level, long cell, double distance) {
        if (distance <= within || level == finest) {
            return true;
        }
        for (long part = 4 * cell; part < 4 * cell + 4; part++) {
            double partDistance = squaredChordTo(level + 1, part);
            if (partDistance <= outside[level + 1] && touches(level + 1, part, partDistance)) {
                return true;
            }
        }
        return false;
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

    private double squaredChordTo(int level, long cell) {
        NestedCell.Middle middle = NestedCell.of(level, cell).middle();
        double raRad = Math.toRadians(middle.raDeg());
        double towardsX = middle.cosDec() * Math.cos(raRad) - x;
        double towardsY = middle.cosDec() * Math.sin(raRad) - y;
        double towardsZ = middle.sinDec() - z;
        return towardsX * towardsX + towardsY * towardsY + towardsZ * towardsZ;
    }

    /// Square of the chord under an angle [rad]; of the whole sphere's diameter, with room for rounding, above
    /// pi.
    private static double squaredChord(double angleRad) {
        double chord = 2 * Math.sin(angleRad / 2);
        return angleRad < Math.PI ? chord * chord : 5;
    }
}
