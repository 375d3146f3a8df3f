package io.lynceus.crossmatch.files.sorting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads a sorted run row by row, through a small buffer. Not thread-safe.
final class RunReader implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 18;

    /// Above every cell.
    private static final long END = Long.MAX_VALUE;

    private final FileChannel channel;
    private final int place;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int at = 0;
    private int end = 0;
    private long cell = END;

    /// @param place of the run in a tournament
    RunReader(Path file, int place) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        this.place = place;
    }

    /// Goes to the next row, which then lies at [#at] of [#buffer].
    void next() throws IOException {
        if (end > 0) {
            at += PackedRow.length(buffer, at);
        }
        if (end - at < PackedRow.TEXT_AT || end - at < PackedRow.length(buffer, at)) {
            refill();
        }
        cell = end > at ? PackedRow.cell(buffer, at) : END;
    }

    /// Whether its row comes before another's; ends come last.
    boolean isBefore(RunReader other) {
        return cell != other.cell
                ? cell < other.cell
                : cell != END && PackedRow.compare(buffer, at, other.buffer, other.at) < 0;
    }

    boolean isAtEnd() {
        return cell == END;
    }

    int place() {
        return place;
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
