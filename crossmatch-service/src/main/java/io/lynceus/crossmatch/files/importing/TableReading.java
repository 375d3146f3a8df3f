package io.lynceus.crossmatch.files.importing;

import io.lynceus.crossmatch.catalogue.CatalogueDraft;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.ImportProgress;
import io.lynceus.crossmatch.catalogue.ImportReport;
import io.lynceus.crossmatch.catalogue.SkippedRow;
import io.lynceus.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Reads the rows of one table into a draft: by all processors at once where the table can be read in parts.
final class TableReading {
    /// Rows that are worth a thread. Source: choice; a tenth of a second.
    private static final long ROWS_PER_PART = 100_000;

    private static final long ROWS_PER_PROGRESS = 10_000;

    private final CatalogueDescription description;
    private final Table table;
    private final ImportProgress progress;
    private final AtomicLong readByAll = new AtomicLong();
    private volatile boolean failed;

    TableReading(CatalogueDescription description, Table table, ImportProgress progress) {
        this.description = description;
        this.table = table;
        this.progress = progress;
    }

    /// What became of some rows.
    ///
    /// @param examples the first that were skipped
    record Result(long read, long notAccepted, long skipped, List<SkippedRow> examples) {
        private static Result sum(List<Result> parts) {
            return new Result(
                    parts.stream().mapToLong(Result::read).sum(),
                    parts.stream().mapToLong(Result::notAccepted).sum(),
                    parts.stream().mapToLong(Result::skipped).sum(),
                    parts.stream()
                            .flatMap(part -> part.examples.stream())
                            .limit(ImportReport.MOST_EXAMPLES)
                            .toList());
        }
    }

    Result into(CatalogueDraft draft) throws IOException {
        long worth = new RowReader(description, table.columns()).readsAnyOrder(table)
                ? table.rows().orElse(0) / ROWS_PER_PART
                : 1;
        List<Table> parts =
                table.parts((int) Math.clamp(worth, 1, Runtime.getRuntime().availableProcessors()));
        try (ExecutorService threads = Executors.newFixedThreadPool(parts.size())) {
            List<CompletableFuture<Result>> reading = parts.stream()
                    .map(part -> CompletableFuture.supplyAsync(() -> read(part, draft.intake()), threads))
                    .toList();
            return Result.sum(reading.stream().map(CompletableFuture::join).toList());
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case UncheckedIOException unreadable -> throw unreadable.getCause();
                case RuntimeException failure -> throw failure;
                case null, default -> throw e;
            }
        } finally {
            show();
        }
    }

    private Result read(Table part, CatalogueDraft.Intake intake) {
        try (part) {
            return rows(part, intake);
        } catch (IOException e) {
            failed = true;
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    private Result rows(Table part, CatalogueDraft.Intake intake) throws IOException {
        RowReader reader = new RowReader(description, part.columns());
        List<SkippedRow> examples = new ArrayList<>();
        long read = 0;
        long notAccepted = 0;
        long skipped = 0;
        for (Optional<Table.Row> row = part.next(); row.isPresent() && !failed; row = part.next()) {
            if (++read % ROWS_PER_PROGRESS == 0) {
                readByAll.addAndGet(ROWS_PER_PROGRESS);
                show();
            }
            if (!reader.accepts(row.get())) {
                notAccepted++;
                continue;
            }
            CatalogueEntry entry;
            try {
                entry = reader.entry(row.get());
            } catch (IllegalArgumentException e) {
                skipped++;
                if (examples.size() < ImportReport.MOST_EXAMPLES) {
                    examples.add(new SkippedRow(row.get().line(), String.valueOf(e.getMessage())));
                }
                continue;
            }
            intake.add(entry);
        }
        readByAll.addAndGet(read % ROWS_PER_PROGRESS);
        return new Result(read, notAccepted, skipped, examples);
    }

    private synchronized void show() {
        progress.read(readByAll.get(), table.rows().orElse(0));
    }
}
