package io.lynceus.crossmatch.files.columns;

import io.lynceus.crossmatch.files.sorting.RowSorter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;

/// Output of one column, from its first row to its last, through two small buffers: one is written while the other
/// fills. Not thread-safe.
public final class ColumnStream {
    /// Source: choice; the buffers of some ten columns fit a second-level cache.
    private static final int BUFFER_BYTES = 1 << 15;

    private final ColumnOutput output;
    private final byte[] name;
    private final long offset;
    private final long length;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private ByteBuffer writing = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private CompletableFuture<Void> started = CompletableFuture.completedFuture(null);
    private final CRC32C crc = new CRC32C();
    private final MessageDigest digest;
    private long written = 0;

    /// @param offset of its first value in the file
    /// @param length of all its values [bytes]
    ColumnStream(ColumnOutput output, String name, long offset, long length) {
        this.output = output;
        this.name = name(name);
        this.offset = offset;
        this.length = length;
        this.digest = sha256();
    }

    static byte[] name(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > ColumnLayout.NAME_BYTES) {
            throw new IllegalArgumentException("name of a column takes " + bytes.length + " bytes, must take at most "
                    + ColumnLayout.NAME_BYTES + ": " + name);
        }
        return bytes;
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    void put(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    void put(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    void put(float value) throws IOException {
        room(Float.BYTES).putFloat(value);
    }

    void put(byte[] bytes, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int part = Math.min(room(1).remaining(), count - done);
            buffer.put(bytes, from + done, part);
            done += part;
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        RowSorter.await(started);
        ByteBuffer full = buffer.flip();
        long at = offset + written;
        written += full.remaining();
        buffer = writing.clear();
        writing = full;
        started = output.start(() -> {
            crc.update(full.duplicate());
            digest.update(full.duplicate());
            output.write(full, at);
        });
    }

    /// Writes out the rest, and the column's entry into the directory of the file.
    ///
    /// @param ofFile takes name and digest of the values
    void finish(ByteBuffer directory, MessageDigest ofFile) throws IOException {
        flush();
        RowSorter.await(started);
        if (written != length) {
            throw new IllegalStateException("column has " + written + " bytes, expected " + length);
        }
        directory
                .put(name)
                .position(directory.position() + ColumnLayout.NAME_BYTES - name.length)
                .putLong(offset)
                .putLong(length)
                .putLong(crc.getValue());
        ofFile.update(name);
        ofFile.update((byte) 0);
        ofFile.update(digest.digest());
    }
}
