package io.lynceus.crossmatch.files;

import static io.lynceus.crossmatch.files.ColumnLayout.LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A column file mapped into memory, checked against its checksum.
///
/// @param rows number of rows
/// @param columns values of each column by name; read-only
record ColumnFile(int rows, Map<String, MemorySegment> columns) {
    ColumnFile {
        columns = Map.copyOf(columns);
    }

    /// Maps a file for as long as the arena is open.
    ///
    /// @throws IOException where it cannot be read, or is not a whole column file; says which
    static ColumnFile open(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < ColumnLayout.HEADER_BYTES) {
                throw new IOException(
                        file + " is truncated: " + size + " bytes, less than the header of a column file");
            }
            MemorySegment segment = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            if (segment.get(LONG, 0) != ColumnLayout.MAGIC) {
                throw new IOException(
                        file + " is no column file of this version of Lynceus: import the catalogue again");
            }
            long length = segment.get(LONG, ColumnLayout.LENGTH_AT);
            if (length != size) {
                throw new IOException(file + " is truncated: " + size + " of " + length + " bytes");
            }
            if (segment.get(LONG, ColumnLayout.CHECKSUM_AT) != ColumnLayout.checksum(segment)) {
                throw new IOException(file + " is corrupt: its checksum does not match; import the catalogue again");
            }
            return new ColumnFile(Math.toIntExact(segment.get(LONG, ColumnLayout.ROWS_AT)), columnsOf(segment));
        }
    }

    private static Map<String, MemorySegment> columnsOf(MemorySegment segment) {
        Map<String, MemorySegment> columns = new HashMap<>();
        long count = segment.get(LONG, ColumnLayout.COLUMNS_AT);
        for (long i = 0; i < count; i++) {
            long entry = ColumnLayout.HEADER_BYTES + i * ColumnLayout.ENTRY_BYTES;
            String name = new String(
                            segment.asSlice(entry, ColumnLayout.NAME_BYTES).toArray(ValueLayout.JAVA_BYTE),
                            StandardCharsets.UTF_8)
                    .replace("\0", "");
            long offset = segment.get(LONG, entry + ColumnLayout.NAME_BYTES);
            columns.put(name, segment.asSlice(offset, segment.get(LONG, entry + ColumnLayout.NAME_BYTES + 8)));
        }
        return columns;
    }

    /// Values of a column; empty where no row has one.
    Optional<MemorySegment> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /// Values of a column that every catalogue has.
    MemorySegment required(String name) throws IOException {
        return column(name).orElseThrow(() -> new IOException("column file has no column " + name));
    }
}
