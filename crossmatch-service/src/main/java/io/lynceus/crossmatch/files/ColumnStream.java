package io.lynceus.crossmatch.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/// One column of a file that is being written from its first row to its last, through a small buffer. Not thread-safe.
final class ColumnStream {
    private static final int BUFFER_BYTES = 1 << 17;

    private final FileChannel channel;
    private final byte[] name;
    private final long offset;
    private final long length;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();
    private final MessageDigest digest;
    private long written = 0;

    /// @param offset of its first value in the file
    /// @param length of all its values [bytes]
    ColumnStream(FileChannel channel, String name, long offset, long length) {
        this.channel = channel;
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

    static MessageDigest sha256() {
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
        buffer.flip();
        crc.update(buffer.duplicate());
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            written += channel.write(buffer, offset + written);
        }
        buffer.clear();
    }

    /// Writes out the rest, and the column's entry into the directory of the file.
    ///
    /// @param ofFile takes name and digest of the values
    void finish(ByteBuffer directory, MessageDigest ofFile) throws IOException {
        flush();
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
