package io.lynceus.crossmatch.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Sorts more rows than memory holds: an external merge sort.
///
/// Rows are collected in runs, each sorted and written to a file while the next fills, and merged when all are in. Two
/// runs of 32 MB are in memory, whatever the number of rows. Not thread-safe.
final class RowSorter {
    private final Path folder;
    private final List<Path> runs = new ArrayList<>();
    private SortedRun filling = new SortedRun();
    private SortedRun writing = new SortedRun();
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    /// @param folder where the runs are written
    RowSorter(Path folder) {
        this.folder = folder;
    }

    /// What is done with the sorted rows.
    @FunctionalInterface
    interface Sink {
        /// @param at where in these bytes the row lies, until the next call
        void row(byte[] rows, int at) throws IOException;
    }

    /// Takes a row, which begins with its cell.
    void add(long cell, ByteBuffer row) throws IOException {
        if (filling.isFull()) {
            writeOut();
        }
        filling.add(cell, row);
    }

    private void writeOut() throws IOException {
        await(written);
        SortedRun full = filling;
        filling = writing;
        filling.clear();
        writing = full;
        Path run = folder.resolve("run-" + runs.size());
        runs.add(run);
        written = start(() -> full.write(run));
    }

    private static void await(CompletableFuture<Void> work) throws IOException {
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

    /// Gives out all rows in the order of [PackedRow#compare], and deletes the runs.
    void drain(Sink sink) throws IOException {
        if (!filling.isEmpty()) {
            writeOut();
        }
        await(written);
        filling = new SortedRun();
        writing = new SortedRun();
        PriorityQueue<RunReader> readers = new PriorityQueue<>(RunReader.BY_ROW);
        try {
            for (Path run : runs) {
                advance(new RunReader(run), readers);
            }
            Handover handover = new Handover(sink);
            for (RunReader first = readers.poll(); first != null; first = readers.poll()) {
                handover.row(first.buffer(), first.at());
                advance(first, readers);
            }
            handover.close();
        } finally {
            for (RunReader reader : readers) {
                reader.close();
            }
        }
        for (Path run : runs) {
            Files.delete(run);
        }
    }

    private static void advance(RunReader reader, PriorityQueue<RunReader> readers) throws IOException {
        if (reader.next()) {
            readers.add(reader);
        } else {
            reader.close();
        }
    }
}
