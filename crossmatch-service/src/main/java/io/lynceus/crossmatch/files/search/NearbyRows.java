package io.lynceus.crossmatch.files.search;

import io.lynceus.sky.SkyPosition;
import io.lynceus.sky.SmallCone;
import java.util.Arrays;

/// Search for the rows near one target after another. The targets follow each other along the HEALPix curve.
///
/// Separations are haversines, as [SkyPosition#separationRad] takes them, with the sines of small angles from their
/// series: exact to the rounding of a double, without a call of a trigonometric function per row. What then comes as
/// near to the radius as rounding reaches is measured again by that method itself.
///
/// Not thread-safe.
final class NearbyRows {
    private static final double ARCSEC_PER_RAD = 648_000 / Math.PI;
    private static final double RAD_PER_DEG = Math.PI / 180;
    private static final double DEG_PER_ARCSEC = 1.0 / 3600;

    /// Where the series of a sine after its third term is still exact to rounding [rad].
    /// Source: the next term, x^6/5040 of the value, is 2e-16 there.
    private static final double SMALL_RAD = 0.01;

    /// Radius up to which half of a separation is small in this sense [arcsec].
    private static final double SMALL_ARCSEC = 0.9 * 2 * SMALL_RAD * ARCSEC_PER_RAD;

    /// Rounding of a separation, relative, and absolute [arcsec]. Source: ten times what a double leaves.
    private static final double ROUNDING = 1e-12;

    private static final double ROUNDING_ARCSEC = 1e-9;

    private final SkyIndex index;
    private final SmallCone cone = new SmallCone();
    private int[] rows = new int[64];
    private double[] separations = new double[64];
    private int count = 0;
    private int cursor = 0;

    NearbyRows(SkyIndex index) {
        this.index = index;
    }

    int[] rows() {
        return rows;
    }

    double[] separationsArcsec() {
        return separations;
    }

    int count() {
        return count;
    }

    /// Finds the rows of a target, ascending.
    ///
    /// @param cell of order 29
    void find(long cell, double raDeg, double decDeg, double radiusArcsec) {
        count = 0;
        if (radiusArcsec < SMALL_ARCSEC && cone.set(cell, radiusArcsec)) {
            for (int run = 0; run < cone.runs(); run++) {
                int from = index.firstRowNear(cone.from(run), cursor);
                sweep(from, cone.to(run), raDeg, decDeg, radiusArcsec);
                cursor = from;
            }
        } else {
            SkyPosition center = new SkyPosition(raDeg, decDeg);
            index.around(center, radiusArcsec, row -> {
                double separation = center.separationArcsec(index.position(row));
                if (separation <= radiusArcsec) {
                    add(row, separation);
                }
            });
        }
    }

    private void sweep(int from, long toCell, double raDeg, double decDeg, double radiusArcsec) {
        if (from >= index.rows() || index.cell(from) >= toCell) {
            return;
        }
        double furthestDeg = radiusArcsec * DEG_PER_ARCSEC * (1 + ROUNDING) + ROUNDING;
        double sinDec = Math.sin(decDeg * RAD_PER_DEG);
        double cosDec = Math.cos(decDeg * RAD_PER_DEG);
        double nearly = radiusArcsec * (1 - ROUNDING) - ROUNDING_ARCSEC;
        double barely = radiusArcsec * (1 + ROUNDING) + ROUNDING_ARCSEC;
        for (int row = from; row < index.rows() && index.cell(row) < toCell; row++) {
            double northDeg = index.decDeg(row) - decDeg;
            if (Math.abs(northDeg) <= furthestDeg) {
                double separation = separationArcsec(northDeg, index.raDeg(row) - raDeg, sinDec, cosDec);
                if (separation <= nearly || separation <= barely && exactly(row, raDeg, decDeg) <= radiusArcsec) {
                    add(row, separation);
                }
            }
        }
    }

    private double exactly(int row, double raDeg, double decDeg) {
        return new SkyPosition(raDeg, decDeg).separationArcsec(index.position(row));
    }

    private static double separationArcsec(double northDeg, double eastDeg, double sinDec, double cosDec) {
        double sinHalfNorth = sine(northDeg * RAD_PER_DEG / 2);
        double sinHalfEast = sine(eastDeg * RAD_PER_DEG / 2);
        double squared = sinHalfNorth * sinHalfNorth;
        double cosOther = cosDec * (1 - 2 * squared) - sinDec * 2 * sinHalfNorth * Math.sqrt(1 - squared);
        double haversine = squared + Math.max(0, cosOther) * cosDec * sinHalfEast * sinHalfEast;
        double half = Math.sqrt(haversine);
        // The series of the arcsine; a larger one is too far away to matter.
        return 2 * half * (1 + haversine * (1.0 / 6 + haversine * (3.0 / 40 + haversine * 15 / 336))) * ARCSEC_PER_RAD;
    }

    private static double sine(double angleRad) {
        double square = angleRad * angleRad;
        return square < SMALL_RAD * SMALL_RAD ? angleRad * (1 - square / 6 * (1 - square / 20)) : Math.sin(angleRad);
    }

    private void add(int row, double separationArcsec) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            separations = Arrays.copyOf(separations, 2 * count);
        }
        rows[count] = row;
        separations[count] = separationArcsec;
        count++;
    }

    /// Drops all but the nearest, and sorts those by separation; leaves everything as it is where no limit is set.
    void keepNearest(int most) {
        if (most == Integer.MAX_VALUE) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            double separation = separations[i];
            int place = Math.min(kept, most);
            if (place == most && separation >= separations[most - 1]) {
                continue;
            }
            place = Math.min(place, most - 1);
            while (place > 0 && separations[place - 1] > separation) {
                rows[place] = rows[place - 1];
                separations[place] = separations[place - 1];
                place--;
            }
            rows[place] = row;
            separations[place] = separation;
            kept = Math.min(kept + 1, most);
        }
        count = kept;
    }
}
