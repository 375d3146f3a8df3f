package io.lynceus.crossmatch.files.sorting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Sorts more rows than memory holds: an external merge sort.
///
/// Rows are collected in runs, a lane for each thread that brings some; a full one is sorted and written to a file
/// while its lane fills another, and all are merged when all rows are in. One run more than there are lanes is in
/// memory, 32 MB each, whatever the number of rows.
public final class RowSorter {
    private final Path folder;
    private final Semaphore inMemory = new Semaphore(1);
    private final Queue<SortedRun> free = new ConcurrentLinkedQueue<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private final List<CompletableFuture<Void>> written = new ArrayList<>();

    /// @param folder where the runs are written
    public RowSorter(Path folder) {
        this.folder = folder;
    }

    /// What is done with the sorted rows.
    @FunctionalInterface
    public interface Sink {
        /// @param at where in these bytes the row lies, until the next call
        void row(byte[] rows, int at) throws IOException;
    }

    /// A way in for the rows of one thread.
    public final class Lane {
        private SortedRun filling = take();

        /// Takes a row, see [PackedRow#pack].
        ///
        /// @return a bit for each float that it has
        public long add(long cell, double raDeg, double decDeg, byte[] id, byte[] type, float[] floats)
                throws IOException {
            if (filling.isFull()) {
                writeOut(filling);
                filling = take();
            }
            int at = filling.add(cell, raDeg, decDeg, id, type, floats);
            return PackedRow.present(filling.bytes(), at);
        }
    }

    public synchronized Lane lane() {
        inMemory.release();
        Lane lane = new Lane();
        lanes.add(lane);
        return lane;
    }

    private SortedRun take() {
        inMemory.acquireUninterruptibly();
        SortedRun run = free.poll();
        return run == null ? new SortedRun() : run;
    }

    private synchronized void writeOut(SortedRun full) throws IOException {
        for (CompletableFuture<Void> former : written) {
            if (former.isCompletedExceptionally()) {
                await(former);
            }
        }
        Path file = folder.resolve("run-" + runs.size());
        runs.add(file);
        written.add(start(() -> full.write(file)).whenComplete((_, _) -> {
            full.clear();
            free.add(full);
            inMemory.release();
        }));
    }

    public static void await(CompletableFuture<Void> work) throws IOException {
        try {
            work.join();
        } catch (CompletionException e) {
            throw new IOException("rows cannot be sorted: " + e.getMessage(), e);
        }
    }

    private static CompletableFuture<Void> start(Work work) {
        return CompletableFuture.runAsync(() -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /// Lets the sink work on some rows while the next are merged.
    private static final class Handover implements Sink {
        private static final int BYTES = 1 << 20;

        private final Sink sink;
        private byte[] filling = new byte[BYTES];
        private byte[] emptying = new byte[BYTES];
        private int filled = 0;
        private CompletableFuture<Void> emptied = CompletableFuture.completedFuture(null);

        Handover(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void row(byte[] rows, int at) throws IOException {
            int length = PackedRow.length(rows, at);
            if (filling.length - filled < length) {
                empty();
            }
            if (filling.length < length) {
                filling = new byte[2 * length];
            }
            System.arraycopy(rows, at, filling, filled, length);
            filled += length;
        }

        private void empty() throws IOException {
            await(emptied);
            byte[] rows = filling;
            int end = filled;
            filling = emptying;
            emptying = rows;
            filled = 0;
            emptied = start(() -> {
                for (int at = 0; at < end; at += PackedRow.length(rows, at)) {
                    sink.row(rows, at);
                }
            });
        }

        void close() throws IOException {
            empty();
            await(emptied);
        }
    }

    /// Gives out all rows in the order of [PackedRow#compare], and deletes the runs. No lane takes any more.
    public void drain(Sink sink) throws IOException {
        for (Lane lane : lanes) {
            if (!lane.filling.isEmpty()) {
                writeOut(lane.filling);
            }
        }
        for (CompletableFuture<Void> run : written) {
            await(run);
        }
        lanes.clear();
        free.clear();
        if (!runs.isEmpty()) {
            merge(sink);
        }
        for (Path run : runs) {
            Files.delete(run);
        }
    }

    private void merge(Sink sink) throws IOException {
        try (RunMerge merge = new RunMerge(runs)) {
            Handover handover = new Handover(sink);
            for (RunReader first = merge.first(); !first.isAtEnd(); first = merge.next()) {
                handover.row(first.buffer(), first.at());
            }
            handover.close();
        }
    }
}
