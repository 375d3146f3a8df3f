package io.lynceus.crossmatch.files.search;

import java.lang.foreign.MemorySegment;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Positions of a table in memory, sorted along the HEALPix curve, to match many others with them. Safe for use by many
/// threads.
public final class TablePositions {
    private final int[] numbers;
    private final SkyIndex index;

    /// @param raDeg [deg], in [0, 360)
    /// @param decDeg [deg], in [-90, 90], as many
    public TablePositions(double[] raDeg, double[] decDeg) {
        long[] cells = BulkMatch.cells(raDeg, decDeg);
        numbers = BulkMatch.alongTheCurve(cells);
        long[] sorted = IntStream.of(numbers).mapToLong(i -> cells[i]).toArray();
        index = new SkyIndex(
                numbers.length, MemorySegment.ofArray(sorted), inOrder(i -> raDeg[i]), inOrder(i -> decDeg[i]));
    }

    private MemorySegment inOrder(IntToDoubleFunction values) {
        return MemorySegment.ofArray(IntStream.of(numbers).mapToDouble(values).toArray());
    }

    /// The match by separation alone.
    public BulkMatch match() {
        return new BulkMatch(index);
    }

    /// Number in the table of a row that the match found.
    public int number(int row) {
        return numbers[row];
    }
}
