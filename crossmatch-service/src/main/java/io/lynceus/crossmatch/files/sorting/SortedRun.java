package io.lynceus.crossmatch.files.sorting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Part of a catalogue's rows: collected in any order, written along the HEALPix curve. Not thread-safe.
///
/// Rows of one cell follow their ids, and what differs besides the order of their bytes: the order in which rows came
/// leaves no trace.
final class SortedRun {
    /// Where a row may begin, at most: below 2^25. Source: choice; 32 MB of memory.
    private static final int PLACE_BITS = 25;

    private static final int MOST_BYTES = 1 << PLACE_BITS;

    /// Room for the row that fills a run. Source: choice.
    private static final int SPARE_BYTES = 1 << 12;

    /// Lowest bits of a cell of order 29, which has 62, that do not fit a long beside the row's place.
    private static final int DROPPED_BITS = 62 + PLACE_BITS - 63;

    /// Rows that are fetched into the cache together: apart, the wait for each would be the longest part of the
    /// work.
    /// Source: choice; they fill half of a first-level cache of 32 KB.
    private static final int ROWS_AHEAD = 128;

    private static final int CACHE_LINE_BYTES = 64;

    private byte[] rows = new byte[1 << 16];
    private int count = 0;
    private int end = 0;
    private int fetched = 0;

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return end >= MOST_BYTES;
    }

    /// Takes a row, see [PackedRow#pack].
    ///
    /// @return where it lies in [#bytes]
    int add(long cell, double raDeg, double decDeg, byte[] id, byte[] type, float[] floats) {
        int most = PackedRow.most(id, type, floats);
        if (rows.length - end < most) {
            rows = Arrays.copyOf(rows, Math.max(Math.min(8 * rows.length, MOST_BYTES + SPARE_BYTES), end + most));
        }
        int at = end;
        end += PackedRow.pack(rows, at, cell, raDeg, decDeg, id, type, floats);
        count++;
        return at;
    }

    byte[] bytes() {
        return rows;
    }

    /// Writes the rows into a new file.
    void write(Path file) throws IOException {
        long[] keys = sortedKeys();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer out = ByteBuffer.allocateDirect(1 << 17);
            for (int from = 0; from < count; from += ROWS_AHEAD) {
                int to = Math.min(count, from + ROWS_AHEAD);
                fetch(keys, from, to);
                for (int i = from; i < to; i++) {
                    put(place(keys[i]), out, channel);
                }
            }
            drain(out, channel);
        }
    }

    private long[] sortedKeys() {
        long[] keys = new long[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            keys[i] = PackedRow.cell(rows, at) >>> DROPPED_BITS << PLACE_BITS | at;
            at += PackedRow.length(rows, at);
        }
        keys = RadixSort.sorted(keys, PLACE_BITS);
        for (int i = 1; i < count; i++) {
            long key = keys[i];
            int to = i;
            while (to > 0 && keys[to - 1] >>> PLACE_BITS == key >>> PLACE_BITS && isBefore(key, keys[to - 1])) {
                keys[to] = keys[to - 1];
                to--;
            }
            keys[to] = key;
        }
        return keys;
    }

    private boolean isBefore(long key, long other) {
        return PackedRow.compare(rows, place(key), rows, place(other)) < 0;
    }

    private static int place(long key) {
        return (int) key & MOST_BYTES - 1;
    }

    private void fetch(long[] keys, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            int place = place(keys[i]);
            sum += rows[place] + rows[Math.min(place + CACHE_LINE_BYTES, rows.length - 1)];
        }
        fetched = sum;
    }

    private void put(int place, ByteBuffer out, FileChannel channel) throws IOException {
        int length = PackedRow.length(rows, place);
        if (out.remaining() < length) {
            drain(out, channel);
        }
        if (out.capacity() < length) {
            channel.write(ByteBuffer.wrap(rows, place, length));
        } else {
            out.put(rows, place, length);
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
        count = 0;
        end = 0;
    }
}
