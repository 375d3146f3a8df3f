package io.lynceus.crossmatch.files.sorting;

/// Radix sort of numbers, from the lowest digit to the highest. Its time grows with their count alone.
final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private RadixSort() {}

    /// Sorts numbers that are not negative by all but their lowest bits; what is equal in those stays in its order.
    ///
    /// @param keys overwritten
    /// @return the sorted numbers, in the same array or another
    static long[] sorted(long[] keys, int lowestBits) {
        int passes = (Long.SIZE - 1 - lowestBits + DIGIT_BITS - 1) / DIGIT_BITS;
        int[][] counts = new int[passes][DIGITS];
        for (long key : keys) {
            for (int pass = 0; pass < passes; pass++) {
                counts[pass][digit(key, lowestBits, pass)]++;
            }
        }
        long[] from = keys;
        long[] to = new long[keys.length];
        for (int pass = 0; pass < passes; pass++) {
            int[] places = counts[pass];
            if (keys.length == 0 || places[digit(from[0], lowestBits, pass)] == keys.length) {
                continue;
            }
            int place = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                int count = places[digit];
                places[digit] = place;
                place += count;
            }
            for (long key : from) {
                to[places[digit(key, lowestBits, pass)]++] = key;
            }
            long[] sorted = to;
            to = from;
            from = sorted;
        }
        return from;
    }

    private static int digit(long key, int lowestBits, int pass) {
        return (int) (key >>> lowestBits + pass * DIGIT_BITS) & DIGITS - 1;
    }
}
