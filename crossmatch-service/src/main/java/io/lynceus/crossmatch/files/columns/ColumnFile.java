package io.lynceus.crossmatch.files.columns;

import static io.lynceus.crossmatch.files.columns.ColumnLayout.LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/// A column file mapped into memory.
///
/// @param rows number of rows
/// @param columns values of each column by name; read-only
public record ColumnFile(int rows, Map<String, MemorySegment> columns) {
    private static final int BUFFER_BYTES = 1 << 20;

    public ColumnFile {
        columns = Map.copyOf(columns);
    }

    /// One column in the directory of a file.
    private record ColumnEntry(String name, long offset, long length, long checksum) {}

    /// Maps a file for as long as the arena is open; checks its length and its directory, and reads no values.
    ///
    /// @throws IOException where it cannot be read, or is not a whole column file; says which
    public static ColumnFile open(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment segment = map(file, channel, arena);
            Map<String, MemorySegment> columns = directory(file, segment).stream()
                    .collect(Collectors.toMap(ColumnEntry::name, entry -> segment.asSlice(entry.offset, entry.length)));
            return new ColumnFile(Math.toIntExact(segment.get(LONG, ColumnLayout.ROWS_AT)), columns);
        }
    }

    /// Compares the values of a file with their checksums, all columns at once; reads the whole file, and keeps
    /// none.
    ///
    /// @throws IOException where they differ; says in which column
    public static void verify(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<ColumnEntry> directory = directory(file, map(file, channel, arena));
            Optional<ColumnEntry> corrupt = directory.parallelStream()
                    .filter(entry -> checksum(channel, entry) != entry.checksum)
                    .findAny();
            if (corrupt.isPresent()) {
                throw new IOException(file + " is corrupt: the checksum of its column " + corrupt.get().name
                        + " does not match; import the catalogue again");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static MemorySegment map(Path file, FileChannel channel, Arena arena) throws IOException {
        long size = channel.size();
        if (size < ColumnLayout.HEADER_BYTES) {
            throw new IOException(file + " is truncated: " + size + " bytes, less than the header of a column file");
        }
        MemorySegment segment = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        if (segment.get(LONG, 0) != ColumnLayout.MAGIC) {
            throw new IOException(file + " is no column file of this version of Lynceus: import the catalogue again");
        }
        long length = segment.get(LONG, ColumnLayout.LENGTH_AT);
        if (length != size) {
            throw new IOException(file + " is truncated: " + size + " of " + length + " bytes");
        }
        return segment;
    }

    private static List<ColumnEntry> directory(Path file, MemorySegment segment) throws IOException {
        long count = segment.get(LONG, ColumnLayout.COLUMNS_AT);
        long end = ColumnLayout.HEADER_BYTES + count * ColumnLayout.ENTRY_BYTES;
        if (!(count >= 0 && count <= Short.MAX_VALUE && end <= segment.byteSize())
                || directoryChecksum(segment.asSlice(0, end).asByteBuffer())
                        != segment.get(LONG, ColumnLayout.CHECKSUM_AT)) {
            throw new IOException(
                    file + " is corrupt: the checksum of its directory does not match; import the catalogue again");
        }
        List<ColumnEntry> directory = new ArrayList<>();
        for (long at = ColumnLayout.HEADER_BYTES; at < end; at += ColumnLayout.ENTRY_BYTES) {
            String name = new String(
                            segment.asSlice(at, ColumnLayout.NAME_BYTES).toArray(ValueLayout.JAVA_BYTE),
                            StandardCharsets.UTF_8)
                    .replace("\0", "");
            long values = at + ColumnLayout.NAME_BYTES;
            directory.add(new ColumnEntry(
                    name, segment.get(LONG, values), segment.get(LONG, values + 8), segment.get(LONG, values + 16)));
        }
        return directory;
    }

    /// CRC-32C of header and directory but for the place of the checksum itself.
    static long directoryChecksum(ByteBuffer headerAndDirectory) {
        CRC32C crc = new CRC32C();
        crc.update(headerAndDirectory.slice(0, ColumnLayout.CHECKSUM_AT));
        crc.update(headerAndDirectory.slice(
                ColumnLayout.HEADER_BYTES, headerAndDirectory.limit() - ColumnLayout.HEADER_BYTES));
        return crc.getValue();
    }

    private static long checksum(FileChannel channel, ColumnEntry entry) {
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect((int) Math.min(BUFFER_BYTES, entry.length));
        try {
            for (long at = 0; at < entry.length; at += buffer.limit()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), entry.length - at));
                if (channel.read(buffer, entry.offset + at) < buffer.limit()) {
                    return -1;
                }
                crc.update(buffer.flip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crc.getValue();
    }

    /// Values of a column; empty where no row has one.
    Optional<MemorySegment> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /// Values of a column that every catalogue has.
    public MemorySegment required(String name) throws IOException {
        return column(name).orElseThrow(() -> new IOException("column file has no column " + name));
    }
}
