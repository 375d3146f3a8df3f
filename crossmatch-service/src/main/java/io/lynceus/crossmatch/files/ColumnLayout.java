package io.lynceus.crossmatch.files;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// Where things stand in a column file.
///
/// Little-endian. Header: magic and format version (8 bytes), length of the file, number of rows, number of columns,
/// CRC-32C of all that follows the header (8 bytes each). Then one entry per column: name (32 bytes, zero-padded
/// UTF-8), offset and length of its values (8 bytes each). Then the values of each column at a multiple of 8: a text
/// column has rows + 1 offsets (4 bytes each) into the bytes that follow them.
final class ColumnLayout {
    /// `LYNXCOL` and the format version, as ASCII.
    static final long MAGIC = 0x314C4F43584E594CL;

    static final long LENGTH_AT = 8;
    static final long ROWS_AT = 16;
    static final long COLUMNS_AT = 24;
    static final long CHECKSUM_AT = 32;
    static final long HEADER_BYTES = 40;

    static final int NAME_BYTES = 32;
    static final long ENTRY_BYTES = NAME_BYTES + 16;

    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final long CHECKSUM_CHUNK_BYTES = 1L << 30;

    private ColumnLayout() {}

    static long aligned(long offset) {
        return (offset + 7) & ~7L;
    }

    static long checksum(MemorySegment file) {
        CRC32C crc = new CRC32C();
        for (long from = HEADER_BYTES; from < file.byteSize(); from += CHECKSUM_CHUNK_BYTES) {
            crc.update(file.asSlice(from, Math.min(CHECKSUM_CHUNK_BYTES, file.byteSize() - from))
                    .asByteBuffer());
        }
        return crc.getValue();
    }
}
