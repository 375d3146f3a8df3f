package io.lynceus.crossmatch.files.columns;

import io.lynceus.crossmatch.files.sorting.RowSorter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Output to a new file, by a thread of its own. It syncs to the disk while it writes, so that little is left for the
/// end.
final class ColumnOutput implements AutoCloseable {
    /// Written bytes that are brought to the disk together. Source: choice; a tenth of a second of a fast disk.
    private static final long BYTES_AT_A_TIME = 1 << 26;

    private final FileChannel channel;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private CompletableFuture<Void> onDisk = CompletableFuture.completedFuture(null);
    private long notOnDisk = 0;

    ColumnOutput(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// Something that reads or writes.
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /// Starts some work after what was started before.
    CompletableFuture<Void> start(Work work) {
        return CompletableFuture.runAsync(unchecked(work), thread);
    }

    private static Runnable unchecked(Work work) {
        return () -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /// Writes all of a buffer; in [started][#start] work, or when all of it is done.
    void write(ByteBuffer buffer, long offset) throws IOException {
        long at = offset;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
        notOnDisk += at - offset;
        if (notOnDisk >= BYTES_AT_A_TIME && onDisk.isDone()) {
            notOnDisk = 0;
            onDisk = CompletableFuture.runAsync(unchecked(() -> channel.force(false)), task -> Thread.ofPlatform()
                    .start(task));
        }
    }

    /// Brings the rest to the disk.
    void force() throws IOException {
        RowSorter.await(onDisk);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        thread.close();
        channel.close();
    }
}
