package io.lynceus.crossmatch.match;

import java.util.Arrays;

/// Entries of a catalogue ordered by their north offsets: those near a position are found without looking at all of
/// them. Immutable.
final class NorthOrder {
    /// Step of the offsets that entries are sorted by [arcsec]. Source: choice; windows are widened by it.
    private static final double STEP_ARCSEC = 1e-3;

    private static final int INDEX_BITS = 31;

    private final long[] keys;
    private final double widestVariance;
    private final double longestYears;

    NorthOrder(Candidates candidates) {
        keys = new long[candidates.size()];
        double widest = 0;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(candidates.north[i]) | i;
            widest = Math.max(widest, candidates.northNorth[i]);
        }
        Arrays.sort(keys);
        widestVariance = widest;
        longestYears = candidates.longestYears();
    }

    /// First place of an entry that may lie within a squared Mahalanobis distance of a position.
    int start(MergedPosition position, double mahalanobisSquared) {
        return first(key(position.north() - reach(position, mahalanobisSquared)));
    }

    /// Place after the last such entry.
    int end(MergedPosition position, double mahalanobisSquared) {
        return first(key(position.north() + reach(position, mahalanobisSquared) + STEP_ARCSEC));
    }

    /// Index of the entry at a place.
    int entry(int place) {
        return (int) (keys[place] & Integer.MAX_VALUE);
    }

    /// The distance along one axis is never longer than the whole.
    private double reach(MergedPosition position, double mahalanobisSquared) {
        double variance = position.northVariance(longestYears) + widestVariance;
        return Math.sqrt(Math.max(0, mahalanobisSquared) * variance) + position.northWay(longestYears) + STEP_ARCSEC;
    }

    private int first(long key) {
        int at = Arrays.binarySearch(keys, key);
        return at >= 0 ? at : -at - 1;
    }

    private static long key(double northArcsec) {
        return (long) Math.floor(northArcsec / STEP_ARCSEC) << INDEX_BITS;
    }
}
