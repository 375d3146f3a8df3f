package io.lynceus.sky;

/// A run of HEALPix cell numbers at one order.
///
/// @param from first cell, >= 0
/// @param to first cell after the run, above `from`
public record CellRange(long from, long to) {
    public CellRange {
        if (!(from >= 0 && to > from)) {
            throw new IllegalArgumentException("cell range must be 0 <= from < to: [" + from + ", " + to + ")");
        }
    }
}
