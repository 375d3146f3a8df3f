package io.lynceus.crossmatch.files.columns;

import static io.lynceus.crossmatch.files.columns.CatalogueColumns.CELL;
import static io.lynceus.crossmatch.files.columns.CatalogueColumns.DEC;
import static io.lynceus.crossmatch.files.columns.CatalogueColumns.ID;
import static io.lynceus.crossmatch.files.columns.CatalogueColumns.RA;
import static io.lynceus.crossmatch.files.columns.CatalogueColumns.TYPE;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.files.sorting.PackedRow;
import io.lynceus.crossmatch.files.sorting.RowSorter;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writer of a column file: takes entries in any order and writes them sorted along the HEALPix curve.
///
/// Memory stays bounded whatever the number of rows, and every byte of the result is written once.
public final class ColumnFileWriter {
    private final List<String> bands;
    private final List<String> columns;
    private final RowSorter sorter;
    private final List<Lane> lanes = new ArrayList<>();
    private long present = 0;
    private long idBytes = 0;
    private long typeBytes = 0;
    private int rows = 0;

    /// @param folder for the rows while they are sorted
    public ColumnFileWriter(Path folder, List<String> bands) {
        this.bands = List.copyOf(bands);
        columns = CatalogueColumns.floats(bands);
        if (columns.size() > PackedRow.MOST_FLOATS) {
            throw new IllegalArgumentException("catalogue has " + columns.size()
                    + " columns of numbers, magnitudes among them, must have at most " + PackedRow.MOST_FLOATS);
        }
        columns.forEach(ColumnStream::name);
        sorter = new RowSorter(folder);
    }

    /// A way in for the entries of one thread.
    public final class Lane {
        private final RowSorter.Lane sorting = sorter.lane();
        private final float[] floats = new float[columns.size()];
        private long present = 0;
        private long idBytes = 0;
        private long typeBytes = 0;
        private int rows = 0;

        public void add(CatalogueEntry entry) throws IOException {
            CatalogueColumns.fill(floats, entry, bands);
            byte[] id = entry.id().getBytes(StandardCharsets.UTF_8);
            byte[] type = entry.type().orElse("").getBytes(StandardCharsets.UTF_8);
            SkyPosition position = entry.position();
            long cell = Healpix.cell(Healpix.ORDER_MAX, position);
            present |= sorting.add(cell, position.raDeg(), position.decDeg(), id, type, floats);
            idBytes += id.length;
            typeBytes += type.length;
            rows = Math.addExact(rows, 1);
        }
    }

    public synchronized Lane lane() {
        Lane lane = new Lane();
        lanes.add(lane);
        return lane;
    }

    /// Writes the file, onto the disk. No lane takes any more.
    ///
    /// @return SHA-256 of names and values of all columns
    public byte[] write(Path file) throws IOException {
        for (Lane lane : lanes) {
            present |= lane.present;
            idBytes += lane.idBytes;
            typeBytes += lane.typeBytes;
            rows = Math.addExact(rows, lane.rows);
        }
        MessageDigest digest = ColumnStream.sha256();
        try (ColumnOutput output = new ColumnOutput(file)) {
            Streams streams = new Streams(output);
            sorter.drain(streams::put);
            ByteBuffer head = ByteBuffer.allocate(streams.headBytes()).order(ByteOrder.LITTLE_ENDIAN);
            head.position(ColumnLayout.HEADER_BYTES);
            for (ColumnStream stream : streams.all) {
                stream.finish(head, digest);
            }
            head.putLong(0, ColumnLayout.MAGIC)
                    .putLong(ColumnLayout.LENGTH_AT, streams.end)
                    .putLong(ColumnLayout.ROWS_AT, rows)
                    .putLong(ColumnLayout.COLUMNS_AT, streams.all.size());
            head.flip();
            head.putLong(ColumnLayout.CHECKSUM_AT, ColumnFile.directoryChecksum(head));
            output.write(head, 0);
            output.force();
        }
        return digest.digest();
    }

    /// The columns of one file, each at its place.
    private final class Streams {
        private final ColumnOutput output;
        private final List<ColumnStream> all = new ArrayList<>();
        private final ColumnStream[] ofFloats = new ColumnStream[columns.size()];
        private final ColumnStream cells;
        private final ColumnStream ras;
        private final ColumnStream decs;
        private final Texts ids;
        private final Texts types;
        private final int count;
        private long end;

        Streams(ColumnOutput output) throws IOException {
            this.output = output;
            boolean typed = typeBytes > 0;
            count = 5
                    + (typed ? 2 : 0)
                    + (int) IntStream.range(0, ofFloats.length)
                            .filter(this::written)
                            .count();
            end = headBytes();
            cells = stream(CELL, Long.BYTES * (long) rows);
            ras = stream(RA, Double.BYTES * (long) rows);
            decs = stream(DEC, Double.BYTES * (long) rows);
            ids = new Texts(ID, idBytes);
            types = typed ? new Texts(TYPE, typeBytes) : ids;
            for (int i = 0; i < ofFloats.length; i++) {
                if (written(i)) {
                    ofFloats[i] = stream(columns.get(i), Float.BYTES * (long) rows);
                }
            }
        }

        int headBytes() {
            return ColumnLayout.HEADER_BYTES + count * ColumnLayout.ENTRY_BYTES;
        }

        private boolean written(int column) {
            return CatalogueColumns.always(columns.get(column)) || (present >>> column & 1) != 0;
        }

        private ColumnStream stream(String name, long bytes) {
            long offset = ColumnLayout.aligned(end);
            end = offset + bytes;
            ColumnStream stream = new ColumnStream(output, name, offset, bytes);
            all.add(stream);
            return stream;
        }

        void put(byte[] bytes, int at) throws IOException {
            cells.put(PackedRow.cell(bytes, at));
            ras.put(PackedRow.ra(bytes, at));
            decs.put(PackedRow.dec(bytes, at));
            int idLength = PackedRow.idLength(bytes, at);
            int typeLength = PackedRow.typeLength(bytes, at);
            int next = at + PackedRow.TEXT_AT;
            ids.put(bytes, next, idLength);
            next += idLength;
            if (types != ids) {
                types.put(bytes, next, typeLength);
            }
            next += typeLength;
            long has = PackedRow.present(bytes, at);
            for (int i = 0; i < ofFloats.length; i++) {
                boolean here = (has >>> i & 1) != 0;
                if (ofFloats[i] != null) {
                    ofFloats[i].put(here ? PackedRow.number(bytes, next) : Float.NaN);
                }
                next += here ? Float.BYTES : 0;
            }
        }

        /// A column of texts.
        private final class Texts {
            private final ColumnStream offsets;
            private final ColumnStream bytes;
            private long offset = 0;

            Texts(String name, long length) throws IOException {
                offsets = stream(name + ColumnLayout.OFFSETS, Long.BYTES * (rows + 1L));
                bytes = stream(name, length);
                offsets.put(0L);
            }

            void put(byte[] from, int at, int length) throws IOException {
                bytes.put(from, at, length);
                offset += length;
                offsets.put(offset);
            }
        }
    }
}
