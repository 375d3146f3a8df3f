package io.lynceus.sky;

import java.util.List;
import java.util.stream.LongStream;

/// A set of HEALPix cells of one order, as runs of consecutive numbers; nested numbering keeps neighbours
/// together.
///
/// @param order HEALPix order of every cell, in [0, 29]
/// @param ranges the runs, ascending, with a gap between any two
public record CellRanges(int order, List<CellRange> ranges) {
    public CellRanges {
        Healpix.requireOrder(order);
        ranges = List.copyOf(ranges);
        long end = -1;
        for (CellRange range : ranges) {
            if (!(range.from() > end)) {
                throw new IllegalArgumentException("cell ranges must ascend with gaps between them: " + ranges);
            }
            end = range.to();
        }
        if (!(end <= Healpix.cellCount(order))) {
            throw new IllegalArgumentException(
                    "cell ranges must end at or below " + Healpix.cellCount(order) + " at order " + order + ": " + end);
        }
    }

    /// Number of cells.
    public long size() {
        long size = 0;
        for (CellRange range : ranges) {
            size += range.to() - range.from();
        }
        return size;
    }

    /// Every cell, ascending.
    public long[] cells() {
        return ranges.stream()
                .flatMapToLong(range -> LongStream.range(range.from(), range.to()))
                .toArray();
    }

    /// Whether the cell is one of these.
    public boolean contains(long cell) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            CellRange range = ranges.get(middle);
            if (cell < range.from()) {
                high = middle - 1;
            } else if (cell >= range.to()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
