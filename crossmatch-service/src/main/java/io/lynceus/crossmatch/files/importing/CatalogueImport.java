package io.lynceus.crossmatch.files.importing;

import io.lynceus.crossmatch.CatalogueEntry;
import io.lynceus.crossmatch.CatalogueProfile;
import io.lynceus.crossmatch.CatalogueStatistics;
import io.lynceus.crossmatch.CatalogueStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Imports reference catalogues into a store.
public final class CatalogueImport {
    /// Area of the sky [deg^2], 129600 / pi; by definition of the degree.
    private static final double WHOLE_SKY_SQ_DEG = 129_600 / Math.PI;

    private static final long ROWS_PER_PROGRESS = 10_000;

    private final CatalogueStore store;

    public CatalogueImport(CatalogueStore store) {
        this.store = store;
    }

    /// Imports the table that a description describes and puts it to use. A failure leaves the store as it was.
    ///
    /// @param description a YAML file, the table beside it
    /// @param progress told how many rows have been read, now and then
    /// @throws DescriptionRefused where the description cannot be followed
    /// @throws UncheckedIOException where a file cannot be read
    public ImportReport run(Path description, LongConsumer progress) {
        CatalogueDescription described = CatalogueDescription.read(description);
        try (Table table = Table.open(described.file(), described.separator())) {
            return run(described, table, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(described.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private ImportReport run(CatalogueDescription described, Table table, LongConsumer progress) throws IOException {
        RowReader reader = new RowReader(described, table.columns());
        List<CatalogueEntry> entries = new ArrayList<>();
        List<SkippedRow> examples = new ArrayList<>();
        long read = 0;
        long notAccepted = 0;
        long skipped = 0;
        for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
            if (++read % ROWS_PER_PROGRESS == 0) {
                progress.accept(read);
            }
            if (!reader.accepts(row.get())) {
                notAccepted++;
                continue;
            }
            try {
                entries.add(reader.entry(row.get()));
            } catch (IllegalArgumentException e) {
                skipped++;
                if (examples.size() < ImportReport.MOST_EXAMPLES) {
                    examples.add(new SkippedRow(row.get().line(), String.valueOf(e.getMessage())));
                }
            }
        }
        progress.accept(read);
        CatalogueProfile profile = profile(described, entries);
        return new ImportReport(
                store.store(profile, entries), profile, read, entries.size(), notAccepted, skipped, examples);
    }

    private static CatalogueProfile profile(CatalogueDescription described, List<CatalogueEntry> entries) {
        // One more than the rows, as NWAY counts: an empty catalogue has a density too.
        double measured = (entries.size() + 1) / described.skyCoverageSqDeg().orElse(WHOLE_SKY_SQ_DEG);
        return new CatalogueProfile(
                described.name(),
                described.title(),
                described.role(),
                described.complete(),
                described.densityPerSqDeg().orElse(measured),
                List.copyOf(described.magnitudes().keySet()),
                CatalogueStatistics.of(entries));
    }
}
