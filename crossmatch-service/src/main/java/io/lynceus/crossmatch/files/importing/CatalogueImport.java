package io.lynceus.crossmatch.files.importing;

import io.lynceus.contracts.LynceusVersion;
import io.lynceus.crossmatch.catalogue.CatalogueDraft;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueProvenance;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.CatalogueStore;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ImportProgress;
import io.lynceus.crossmatch.catalogue.ImportReport;
import io.lynceus.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Imports reference catalogues into a store.
public final class CatalogueImport {
    /// Area of the sky [deg^2], 129600 / pi; by definition of the degree.
    private static final double WHOLE_SKY_SQ_DEG = 129_600 / Math.PI;

    private final CatalogueStore store;

    public CatalogueImport(CatalogueStore store) {
        this.store = store;
    }

    /// Imports the table that a description describes and puts it to use. A failure leaves the store as it was.
    ///
    /// @param description a YAML file, the table beside it
    /// @param progress told now and then how far it is
    /// @throws InvalidDescription where the description cannot be followed
    /// @throws UncheckedIOException where a file cannot be read
    public ImportReport run(Path description, ImportProgress progress) {
        CatalogueDescription described = CatalogueDescription.read(description);
        try (Table table = TableFiles.open(described.file(), described.separator())) {
            return run(described, table, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(described.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The table that a description describes.
    ///
    /// @throws InvalidDescription where the description cannot be followed
    public static Path tableOf(Path description) {
        return CatalogueDescription.read(description).file();
    }

    private ImportReport run(CatalogueDescription described, Table table, ImportProgress progress) throws IOException {
        TableReading reading = new TableReading(described, table, progress);
        try (CatalogueDraft draft =
                store.draft(described.name(), List.copyOf(described.magnitudes().keySet()))) {
            TableReading.Result rows = reading.into(draft);
            CatalogueProfile profile = profile(described, draft.finish());
            CatalogueProvenance provenance = new CatalogueProvenance(
                    described.file().getFileName().toString(),
                    bytes(described.file()),
                    described.digest(),
                    Instant.now(),
                    rows.read(),
                    rows.read() - rows.notAccepted() - rows.skipped(),
                    rows.notAccepted(),
                    rows.skipped(),
                    LynceusVersion.CURRENT);
            CatalogueVersion version = draft.activate(profile, Optional.of(provenance));
            return new ImportReport(version, profile, provenance, rows.examples());
        }
    }

    private static long bytes(Path table) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(table)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static CatalogueProfile profile(CatalogueDescription described, CatalogueStatistics statistics) {
        // One more than the rows, as NWAY counts: an empty catalogue has a density too.
        double measured = (statistics.rows() + 1) / described.skyCoverageSqDeg().orElse(WHOLE_SKY_SQ_DEG);
        return new CatalogueProfile(
                described.name(),
                described.title(),
                described.role(),
                described.complete(),
                described.densityPerSqDeg().orElse(measured),
                List.copyOf(described.magnitudes().keySet()),
                statistics);
    }
}
