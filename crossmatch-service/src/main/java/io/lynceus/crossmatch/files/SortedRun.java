package io.lynceus.crossmatch.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// A stretch of a catalogue's rows, collected in any order and written in that of the HEALPix curve. Not thread-safe.
///
/// Rows of one cell follow their ids, and what differs besides the order of their bytes: the order in which rows came
/// leaves no trace.
final class SortedRun {
    /// Rows of a run, at most: their numbers fit 20 bits. Source: choice, with the next; two runs are in memory at
    /// once.
    private static final int MOST_ROWS = 1 << 20;

    private static final int MOST_BYTES = 1 << 25;
    private static final int NUMBER_BITS = 20;

    /// Lowest bits of a cell of order 29, which has 62, that do not fit a long beside the row's number.
    private static final int DROPPED_BITS = 62 + NUMBER_BITS - 63;

    private ByteBuffer rows = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long[] cells = new long[1 << 10];
    private int[] offsets = new int[1 << 10];
    private int count = 0;

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == MOST_ROWS || rows.position() >= MOST_BYTES;
    }

    /// Takes a row, which begins with its cell.
    void add(long cell, ByteBuffer row) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, 2 * count);
            offsets = Arrays.copyOf(offsets, 2 * count);
        }
        if (rows.remaining() < row.remaining()) {
            ByteBuffer larger =
                    ByteBuffer.allocate(2 * rows.capacity() + row.remaining()).order(ByteOrder.LITTLE_ENDIAN);
            rows = larger.put(rows.flip());
        }
        cells[count] = cell;
        offsets[count] = rows.position();
        rows.put(row);
        count++;
    }

    /// Writes the rows into a new file.
    void write(Path file) throws IOException {
        long[] keys = new long[count];
        Arrays.setAll(keys, i -> cells[i] >>> DROPPED_BITS << NUMBER_BITS | i);
        Arrays.sort(keys);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer out = ByteBuffer.allocate(1 << 18);
            int to = 0;
            for (int from = 0; from < count; from = to) {
                long key = keys[from] >>> NUMBER_BITS;
                while (to < count && keys[to] >>> NUMBER_BITS == key) {
                    to++;
                }
                if (to == from + 1) {
                    put(number(keys[from]), out, channel);
                } else {
                    int[] equal = sorted(Arrays.copyOfRange(keys, from, to));
                    for (int number : equal) {
                        put(number, out, channel);
                    }
                }
            }
            drain(out, channel);
        }
    }

    private static int number(long key) {
        return (int) key & MOST_ROWS - 1;
    }

    private int[] sorted(long[] keys) {
        return Arrays.stream(keys)
                .mapToObj(SortedRun::number)
                .sorted((one, other) -> PackedRow.compare(rows.array(), offsets[one], rows.array(), offsets[other]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void put(int number, ByteBuffer out, FileChannel channel) throws IOException {
        int length = PackedRow.length(rows.array(), offsets[number]);
        if (out.remaining() < length) {
            drain(out, channel);
        }
        if (out.capacity() < length) {
            channel.write(rows.slice(offsets[number], length));
        } else {
            out.put(rows.array(), offsets[number], length);
        }
    }

    private static void drain(ByteBuffer out, FileChannel channel) throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    /// Forgets the rows and keeps the memory.
    void clear() {
        rows.clear();
        count = 0;
    }
}
