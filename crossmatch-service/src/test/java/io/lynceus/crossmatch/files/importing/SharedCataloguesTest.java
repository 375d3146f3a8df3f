package io.lynceus.crossmatch.files.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.StoredEntries;
import io.lynceus.crossmatch.catalogue.ImportReport;
import io.lynceus.testing.SharedData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The eight real catalogues; the expected counts are those of `src/test/reference/count_catalogue_rows.py`.
class SharedCataloguesTest {
    private final StoredEntries store = new StoredEntries();

    @ParameterizedTest
    @CsvSource({
        "2mass, 2820, 2820, 0, 0",
        "allwise, 3018, 3018, 0, 0",
        "gaia-dr3, 3373, 3373, 0, 0",
        "hipparcos, 118216, 118216, 0, 0",
        "hmxb, 164, 162, 0, 2",
        "lmxb, 281, 167, 0, 114",
        "open-cv, 14413, 7109, 7213, 91",
        "openngc, 13969, 10749, 3220, 0"
    })
    void everyCatalogueIsReadWithItsQuirks(String name, long read, long kept, long notAccepted, long skipped) {
        Path description = SharedData.require("catalogues").resolve(name + ".yaml");
        ImportReport report = new CatalogueImport(store).run(description, (_, _) -> {});
        Map<String, Long> reasons = report.examples().stream()
                .collect(Collectors.groupingBy(
                        row -> row.reason().replaceAll("[0-9.:E'+-]+", "#"), TreeMap::new, Collectors.counting()));
        assertEquals(
                List.of(read, kept, notAccepted, skipped),
                List.of(
                        report.provenance().rowsRead(),
                        report.provenance().rowsKept(),
                        report.provenance().rowsNotAccepted(),
                        report.provenance().rowsSkipped()),
                reasons.toString());
        assertTrue(store.entries().stream()
                .allMatch(entry -> Double.isFinite(entry.error().covariance().determinant())));
    }
}
