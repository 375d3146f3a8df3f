package io.lynceus.crossmatch.files.search;

import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// All pairs of many positions with the rows of one catalogue, found in one sweep along the HEALPix curve.
///
/// The positions are sorted by their cells, so that the sweep touches every page of the catalogue once and a look-up
/// starts where the one before it ended. Stretches of the curve are swept by all processors at once.
///
/// 1. Each target gets exactly the rows within its radius, each once, as
///    [io.lynceus.crossmatch.catalogue.ReferenceCatalogue#entriesWithin] would: at the poles and across right ascension
///    0 too.
/// 2. `nearest` gives the first of them by separation, the lower row where two are equally far.
public final class BulkMatch {
    /// MatchTargets that a processor takes at a time. Source: choice; some milliseconds of work.
    private static final int STRETCH = 1 << 13;

    /// Bits of a cell number above those of its order: twelve base cells.
    private static final int BASE_BITS = 4;

    private final SkyIndex index;

    BulkMatch(SkyIndex index) {
        this.index = index;
    }

    /// What is done with the rows near one target; once for each target with any.
    @FunctionalInterface
    public interface RowSink {
        /// @param target number of the target
        /// @param rows rows of the catalogue; valid during the call, up to `count`
        /// @param separationsArcsec of each [arcsec], to 1e-9 of its value
        void of(int target, int[] rows, double[] separationsArcsec, int count);
    }

    /// Every row within the radius of its target, ascending.
    ///
    /// @param sinks for one thread each
    public void all(MatchTargets targets, Supplier<? extends RowSink> sinks) {
        nearest(targets, Integer.MAX_VALUE, sinks);
    }

    /// The rows nearest to each target within its radius, the nearest first.
    ///
    /// @param most rows of a target, >= 1
    /// @param sinks for one thread each
    public void nearest(MatchTargets targets, int most, Supplier<? extends RowSink> sinks) {
        if (most < 1) {
            throw new IllegalArgumentException("candidates kept are " + most + ", must be >= 1");
        }
        long[] cells = cells(targets.raDeg(), targets.decDeg());
        int[] sorted = alongTheCurve(cells);
        stretches(cells.length, (from, to) -> {
            NearbyRows nearby = new NearbyRows(index);
            RowSink ofThread = sinks.get();
            for (int i = from; i < to; i++) {
                int target = sorted[i];
                nearby.find(
                        cells[target],
                        targets.raDeg()[target],
                        targets.decDeg()[target],
                        targets.radiusArcsec()[target]);
                nearby.keepNearest(most);
                if (nearby.count() > 0) {
                    ofThread.of(target, nearby.rows(), nearby.separationsArcsec(), nearby.count());
                }
            }
        });
    }

    /// The cell of order 29 at each position [deg].
    static long[] cells(double[] raDeg, double[] decDeg) {
        long[] cells = new long[raDeg.length];
        stretches(cells.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                cells[i] = Healpix.cell(Healpix.ORDER_MAX, new SkyPosition(raDeg[i], decDeg[i]));
            }
        });
        return cells;
    }

    @FunctionalInterface
    private interface Stretch {
        void sweep(int from, int to);
    }

    private static void stretches(int count, Stretch stretch) {
        IntStream.range(0, (count + STRETCH - 1) / STRETCH)
                .parallel()
                .forEach(i -> stretch.sweep(i * STRETCH, Math.min(count, (i + 1) * STRETCH)));
    }

    /// Numbers of cells in the order of the cells: sorted by as many digits as fit a long beside the number, then
    /// by all.
    static int[] alongTheCurve(long[] cells) {
        int numberBits = Long.SIZE - Long.numberOfLeadingZeros(cells.length);
        int order = (Long.SIZE - 1 - BASE_BITS - numberBits) / 2;
        int shift = 2 * (Healpix.ORDER_MAX - Math.min(order, Healpix.ORDER_MAX));
        long[] keys = new long[cells.length];
        Arrays.setAll(keys, i -> cells[i] >>> shift << numberBits | i);
        Arrays.parallelSort(keys);
        int[] sorted = new int[keys.length];
        Arrays.setAll(sorted, i -> (int) (keys[i] & (1L << numberBits) - 1));
        for (int i = 1; i < sorted.length; i++) {
            int number = sorted[i];
            int to = i;
            while (to > 0 && cells[sorted[to - 1]] > cells[number]) {
                sorted[to] = sorted[to - 1];
                to--;
            }
            sorted[to] = number;
        }
        return sorted;
    }
}
