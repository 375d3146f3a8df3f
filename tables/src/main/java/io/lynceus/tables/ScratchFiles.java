package io.lynceus.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.ac.starlink.table.ByteStore;
import uk.ac.starlink.table.RowStore;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableFormatException;
import uk.ac.starlink.table.storage.DiskRowStore;
import uk.ac.starlink.table.storage.FileByteStore;

/// Keeps the rows of a format without random access on disk until it is closed, so that a large VOTable is not in
/// memory. STIL's own policy keeps such files as long as the process lives. Not thread-safe.
final class ScratchFiles extends StoragePolicy implements AutoCloseable {
    private final List<Path> files = new ArrayList<>();

    private Path next() throws IOException {
        Path file = Files.createTempFile("lynceus-table", ".rows");
        files.add(file);
        return file;
    }

    @Override
    public ByteStore makeByteStore() {
        try {
            return new FileByteStore(next().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RowStore makeRowStore() {
        try {
            return new DiskRowStore(next().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RowStore makeConfiguredRowStore(StarTable described) {
        RowStore rows = makeRowStore();
        try {
            rows.acceptMetadata(described);
        } catch (TableFormatException e) {
            throw new IllegalArgumentException(e);
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
