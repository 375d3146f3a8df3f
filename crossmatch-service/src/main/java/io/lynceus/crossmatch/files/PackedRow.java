package io.lynceus.crossmatch.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// How a row lies in memory while a catalogue is sorted.
///
/// Little-endian: cell of order 29 (8 bytes), length of the whole row, lengths of id and type (4 bytes each), right
/// ascension and declination (8 bytes each), a bit for each float that it has (8 bytes), id, type, and those floats.
final class PackedRow {
    static final int CELL_AT = 0;
    static final int LENGTH_AT = 8;
    static final int ID_LENGTH_AT = 12;
    static final int TYPE_LENGTH_AT = 16;
    static final int RA_AT = 20;
    static final int DEC_AT = 28;
    static final int PRESENT_AT = 36;
    static final int TEXT_AT = 44;

    /// Columns of floats, at most: each has a bit.
    static final int MOST_FLOATS = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private PackedRow() {}

    static long cell(byte[] rows, int at) {
        return (long) LONG.get(rows, at + CELL_AT);
    }

    static int length(byte[] rows, int at) {
        return (int) INT.get(rows, at + LENGTH_AT);
    }

    static int idLength(byte[] rows, int at) {
        return (int) INT.get(rows, at + ID_LENGTH_AT);
    }

    static int typeLength(byte[] rows, int at) {
        return (int) INT.get(rows, at + TYPE_LENGTH_AT);
    }

    static double ra(byte[] rows, int at) {
        return Double.longBitsToDouble((long) LONG.get(rows, at + RA_AT));
    }

    static double dec(byte[] rows, int at) {
        return Double.longBitsToDouble((long) LONG.get(rows, at + DEC_AT));
    }

    static long present(byte[] rows, int at) {
        return (long) LONG.get(rows, at + PRESENT_AT);
    }

    static float number(byte[] rows, int at) {
        return (float) FLOAT.get(rows, at);
    }

    /// Writes a row at the start of a buffer and makes that row all there is in it.
    ///
    /// @param floats NaN where there is none
    static ByteBuffer pack(
            ByteBuffer into, long cell, double raDeg, double decDeg, byte[] id, byte[] type, float[] floats) {
        ByteBuffer buffer = into.capacity() < TEXT_AT + id.length + type.length + 4 * floats.length
                ? ByteBuffer.allocate(2 * (TEXT_AT + id.length + type.length + 4 * floats.length))
                        .order(ByteOrder.LITTLE_ENDIAN)
                : into.clear();
        buffer.position(TEXT_AT).put(id).put(type);
        long present = 0;
        for (int i = 0; i < floats.length; i++) {
            if (!Float.isNaN(floats[i])) {
                present |= 1L << i;
                buffer.putFloat(floats[i]);
            }
        }
        buffer.flip();
        return buffer.putLong(CELL_AT, cell)
                .putInt(LENGTH_AT, buffer.limit())
                .putInt(ID_LENGTH_AT, id.length)
                .putInt(TYPE_LENGTH_AT, type.length)
                .putDouble(RA_AT, raDeg)
                .putDouble(DEC_AT, decDeg)
                .putLong(PRESENT_AT, present);
    }

    /// Rows in the order of the curve, then of their ids, then of all their bytes.
    static int compare(byte[] some, int at, byte[] others, int otherAt) {
        int byCell = Long.compare(cell(some, at), cell(others, otherAt));
        if (byCell != 0) {
            return byCell;
        }
        int byId = Arrays.compareUnsigned(
                some,
                at + TEXT_AT,
                at + TEXT_AT + idLength(some, at),
                others,
                otherAt + TEXT_AT,
                otherAt + TEXT_AT + idLength(others, otherAt));
        return byId != 0
                ? byId
                : Arrays.compareUnsigned(
                        some, at, at + length(some, at), others, otherAt, otherAt + length(others, otherAt));
    }
}
