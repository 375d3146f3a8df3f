package io.lynceus.crossmatch.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/// Reads a sorted run row by row, through a small buffer. Not thread-safe.
final class RunReader implements AutoCloseable {
    static final Comparator<RunReader> BY_ROW =
            (one, other) -> PackedRow.compare(one.buffer, one.at, other.buffer, other.at);

    private static final int BUFFER_BYTES = 1 << 18;

    private final FileChannel channel;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int at = 0;
    private int end = 0;

    RunReader(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    /// Goes to the next row, which then lies at [#at] of [#buffer]; false after the last one.
    boolean next() throws IOException {
        if (end > 0) {
            at += PackedRow.length(buffer, at);
        }
        if (end - at < PackedRow.TEXT_AT || end - at < PackedRow.length(buffer, at)) {
            refill();
        }
        return end > at;
    }

    private void refill() throws IOException {
        int rest = end - at;
        int needed = rest < PackedRow.TEXT_AT ? 0 : PackedRow.length(buffer, at);
        byte[] into = needed > buffer.length ? new byte[2 * needed] : buffer;
        System.arraycopy(buffer, at, into, 0, rest);
        buffer = into;
        at = 0;
        end = rest;
        ByteBuffer room = ByteBuffer.wrap(buffer, end, buffer.length - end);
        while (room.hasRemaining() && channel.read(room) >= 0) {
            end = room.position();
        }
        if (end > rest && end >= PackedRow.TEXT_AT && end < PackedRow.length(buffer, 0)) {
            refill();
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int at() {
        return at;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
