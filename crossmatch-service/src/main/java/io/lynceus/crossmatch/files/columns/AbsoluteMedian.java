package io.lynceus.crossmatch.files.columns;

import static io.lynceus.crossmatch.files.columns.ColumnLayout.FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/// Median of the absolute values in columns of floats: exact, without memory for the values.
///
/// Floats that are not negative are ordered as their bits are: the upper half of those is counted first, then the lower
/// half of what shares the median's upper one.
final class AbsoluteMedian {
    private static final int HALF = 16;

    private final List<MemorySegment> columns;

    private AbsoluteMedian(List<MemorySegment> columns) {
        this.columns = columns;
    }

    /// Of all values of some columns together, the mean of the middle two where they are even; 0 where there is
    /// none.
    static double of(ColumnFile file, String... names) {
        AbsoluteMedian median = new AbsoluteMedian(
                Stream.of(names).map(file::column).flatMap(Optional::stream).toList());
        long[] counts = median.count(_ -> true, bits -> bits >>> HALF);
        long values = 0;
        for (long count : counts) {
            values += count;
        }
        return values == 0 ? 0 : (median.at((values - 1) / 2, counts) + median.at(values / 2, counts)) / 2;
    }

    private double at(long rank, long[] upperCounts) {
        long[] left = {rank};
        int upper = take(left, upperCounts);
        int lower = take(left, count(bits -> bits >>> HALF == upper, bits -> bits & (1 << HALF) - 1));
        return Decimal.of(Float.intBitsToFloat(upper << HALF | lower));
    }

    /// The number at which the counts reach a rank. The rank becomes that among the values of this number.
    private static int take(long[] rank, long[] counts) {
        int number = 0;
        while (rank[0] >= counts[number]) {
            rank[0] -= counts[number++];
        }
        return number;
    }

    private long[] count(IntPredicate counted, IntUnaryOperator number) {
        long[] counts = new long[1 << HALF];
        for (MemorySegment column : columns) {
            for (long row = 0; row < column.byteSize() / Float.BYTES; row++) {
                float value = column.getAtIndex(FLOAT, row);
                int bits = Float.floatToIntBits(Math.abs(value));
                if (!Float.isNaN(value) && counted.test(bits)) {
                    counts[number.applyAsInt(bits)]++;
                }
            }
        }
        return counts;
    }
}
