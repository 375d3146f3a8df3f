package io.lynceus.crossmatch.files.sorting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Layout of a row in memory while a catalogue is sorted.
///
/// Little-endian: cell of order 29 (8 bytes), length of the whole row, lengths of id and type (4 bytes each), right
/// ascension and declination (8 bytes each), a bit for each float that it has (8 bytes), id, type, and those floats.
public final class PackedRow {
    static final int CELL_AT = 0;
    static final int LENGTH_AT = 8;
    static final int ID_LENGTH_AT = 12;
    static final int TYPE_LENGTH_AT = 16;
    static final int RA_AT = 20;
    static final int DEC_AT = 28;
    static final int PRESENT_AT = 36;
    public static final int TEXT_AT = 44;

    /// Columns of floats, at most: each has a bit.
    public static final int MOST_FLOATS = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private PackedRow() {}

    public static long cell(byte[] rows, int at) {
        return (long) LONG.get(rows, at + CELL_AT);
    }

    static int length(byte[] rows, int at) {
        return (int) INT.get(rows, at + LENGTH_AT);
    }

    public static int idLength(byte[] rows, int at) {
        return (int) INT.get(rows, at + ID_LENGTH_AT);
    }

    public static int typeLength(byte[] rows, int at) {
        return (int) INT.get(rows, at + TYPE_LENGTH_AT);
    }

    public static double ra(byte[] rows, int at) {
        return Double.longBitsToDouble((long) LONG.get(rows, at + RA_AT));
    }

    public static double dec(byte[] rows, int at) {
        return Double.longBitsToDouble((long) LONG.get(rows, at + DEC_AT));
    }

    public static long present(byte[] rows, int at) {
        return (long) LONG.get(rows, at + PRESENT_AT);
    }

    public static float number(byte[] rows, int at) {
        return (float) FLOAT.get(rows, at);
    }

    /// Bytes that a row takes at most.
    static int most(byte[] id, byte[] type, float[] floats) {
        return TEXT_AT + id.length + type.length + Float.BYTES * floats.length;
    }

    /// Writes a row where there is room for it.
    ///
    /// @param floats NaN where there is none
    /// @return length of the row
    static int pack(
            byte[] into, int at, long cell, double raDeg, double decDeg, byte[] id, byte[] type, float[] floats) {
        System.arraycopy(id, 0, into, at + TEXT_AT, id.length);
        System.arraycopy(type, 0, into, at + TEXT_AT + id.length, type.length);
        int end = at + TEXT_AT + id.length + type.length;
        long present = 0;
        for (int i = 0; i < floats.length; i++) {
            if (!Float.isNaN(floats[i])) {
                present |= 1L << i;
                FLOAT.set(into, end, floats[i]);
                end += Float.BYTES;
            }
        }
        LONG.set(into, at + CELL_AT, cell);
        INT.set(into, at + LENGTH_AT, end - at);
        INT.set(into, at + ID_LENGTH_AT, id.length);
        INT.set(into, at + TYPE_LENGTH_AT, type.length);
        LONG.set(into, at + RA_AT, Double.doubleToRawLongBits(raDeg));
        LONG.set(into, at + DEC_AT, Double.doubleToRawLongBits(decDeg));
        LONG.set(into, at + PRESENT_AT, present);
        return end - at;
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
