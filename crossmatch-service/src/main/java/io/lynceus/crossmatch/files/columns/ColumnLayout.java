package io.lynceus.crossmatch.files.columns;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Layout of a column file.
///
/// Little-endian. Header: magic and format version (8 bytes), length of the file, number of rows, number of columns,
/// CRC-32C of the directory (8 bytes each). Then the directory, an entry per column: name (32 bytes, zero-padded
/// UTF-8), offset, length and CRC-32C of its values (8 bytes each). Then the values of each column at a multiple of 8.
/// A text is two columns: its bytes, and under its name with `#` the rows + 1 offsets (8 bytes each) into them.
public final class ColumnLayout {
    /// `LYNXCOL` and the format version, as ASCII.
    static final long MAGIC = 0x324C4F43584E594CL;

    static final int LENGTH_AT = 8;
    static final int ROWS_AT = 16;
    static final int COLUMNS_AT = 24;
    static final int CHECKSUM_AT = 32;
    static final int HEADER_BYTES = 40;

    static final int NAME_BYTES = 32;
    static final int ENTRY_BYTES = NAME_BYTES + 24;

    /// After the name of a text column: its offsets.
    public static final String OFFSETS = "#";

    public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    public static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    public static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private ColumnLayout() {}

    static long aligned(long offset) {
        return (offset + 7) & ~7L;
    }
}
