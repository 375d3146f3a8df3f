package io.lynceus.crossmatch.files;

import static io.lynceus.crossmatch.files.ColumnLayout.DOUBLE;
import static io.lynceus.crossmatch.files.ColumnLayout.FLOAT;
import static io.lynceus.crossmatch.files.ColumnLayout.INT;
import static io.lynceus.crossmatch.files.ColumnLayout.LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes columns into a new file and onto the disk.
final class ColumnFileWriter {
    private ColumnFileWriter() {}

    static void write(Path file, int rows, List<Column> columns) throws IOException {
        long length = ColumnLayout.HEADER_BYTES + columns.size() * ColumnLayout.ENTRY_BYTES;
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " has " + column.rows() + " rows, the file " + rows);
            }
            length = ColumnLayout.aligned(length) + column.bytes();
        }
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment segment = channel.map(FileChannel.MapMode.READ_WRITE, 0, length, arena);
            segment.set(LONG, 0, ColumnLayout.MAGIC);
            segment.set(LONG, ColumnLayout.LENGTH_AT, length);
            segment.set(LONG, ColumnLayout.ROWS_AT, rows);
            segment.set(LONG, ColumnLayout.COLUMNS_AT, columns.size());
            long entry = ColumnLayout.HEADER_BYTES;
            long offset = entry + columns.size() * ColumnLayout.ENTRY_BYTES;
            for (Column column : columns) {
                offset = ColumnLayout.aligned(offset);
                byte[] name = column.name().getBytes(StandardCharsets.UTF_8);
                if (name.length > ColumnLayout.NAME_BYTES) {
                    throw new IllegalArgumentException("name of a column takes " + name.length
                            + " bytes, must take at most " + ColumnLayout.NAME_BYTES + ": " + column.name());
                }
                MemorySegment.copy(MemorySegment.ofArray(name), 0, segment, entry, name.length);
                segment.set(LONG, entry + ColumnLayout.NAME_BYTES, offset);
                segment.set(LONG, entry + ColumnLayout.NAME_BYTES + 8, column.bytes());
                fill(segment.asSlice(offset, column.bytes()), column);
                entry += ColumnLayout.ENTRY_BYTES;
                offset += column.bytes();
            }
            segment.set(LONG, ColumnLayout.CHECKSUM_AT, ColumnLayout.checksum(segment));
            segment.force();
            channel.force(true);
        }
    }

    private static void fill(MemorySegment values, Column column) {
        switch (column) {
            case Column.Longs(var _, var longs) -> MemorySegment.copy(longs, 0, values, LONG, 0, longs.length);
            case Column.Doubles(var _, var doubles) ->
                MemorySegment.copy(doubles, 0, values, DOUBLE, 0, doubles.length);
            case Column.Floats(var _, var floats) -> MemorySegment.copy(floats, 0, values, FLOAT, 0, floats.length);
            case Column.Texts(var _, var texts) -> fill(values, texts);
        }
    }

    private static void fill(MemorySegment values, List<byte[]> texts) {
        long textsAt = 4L * (texts.size() + 1);
        int offset = 0;
        for (int row = 0; row < texts.size(); row++) {
            byte[] text = texts.get(row);
            values.setAtIndex(INT, row, offset);
            MemorySegment.copy(MemorySegment.ofArray(text), 0, values, textsAt + offset, text.length);
            offset = Math.addExact(offset, text.length);
        }
        values.setAtIndex(INT, texts.size(), offset);
    }
}
