package io.lynceus.crossmatch.files.importing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Crossmatch;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.surroundings.Counterpart;
import io.lynceus.crossmatch.surroundings.CounterpartSearch;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.SkyPosition;
import io.lynceus.tables.Table;
import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Chandra detections against the shared catalogues: which entry is the best of each.
class RealCounterpartsTest {
    /// As served: configuration of crossmatch-service.
    private static final CounterpartSearch SEARCH = new CounterpartSearch(8, 5, 0.5, 0.2, 10);

    /// Mean date of CSC2 observations and its spread [Julian year]. Source: configuration of crossmatch-service.
    private static final ObservationEpoch EPOCH = new ObservationEpoch(new JulianEpoch(2008), 5);

    /// One band of each catalogue and its column in the training table.
    private static final Map<String, List<String>> BANDS =
            Map.of("gaia-dr3", List.of("G", "Gmag"), "2mass", List.of("J", "Jmag"), "allwise", List.of("W1", "W1mag"));

    @TempDir
    private static Path folder;

    private static List<ReferenceCatalogue> catalogues;
    private static final Map<String, XrayDetection> DETECTIONS = new TreeMap<>();
    private static final Map<String, Map<String, Double>> TRAINING = new HashMap<>();

    @BeforeAll
    static void importTheCatalogues() throws IOException {
        CatalogueFolder store = new CatalogueFolder(folder);
        CatalogueImport imports = new CatalogueImport(store);
        for (String name : BANDS.keySet()) {
            imports.run(SharedData.require("catalogues/" + name + ".yaml"), (_, _) -> {});
        }
        catalogues = store.open(store.inUse());
        read(
                "csc_detections.csv",
                row -> DETECTIONS.put(
                        row.get("name"),
                        new XrayDetection(
                                row.get("name"),
                                new SkyPosition(
                                        number(row, "ra").orElseThrow(),
                                        number(row, "dec").orElseThrow()),
                                ErrorEllipse.circle(number(row, "err95").orElseThrow(), 0.95)
                                        .covariance(),
                                EPOCH)));
        read("csc_features.csv", row -> {
            Map<String, Double> magnitudes = new HashMap<>();
            BANDS.forEach((catalogue, band) ->
                    number(row, band.get(1)).ifPresent(magnitude -> magnitudes.put(catalogue, magnitude)));
            TRAINING.put(row.get("name"), magnitudes);
        });
    }

    @Test
    void bestEntriesAreThoseOfTheTrainingTable() {
        Map<String, int[]> together = agreement(new Crossmatch(catalogues, SEARCH));
        for (ReferenceCatalogue catalogue : catalogues) {
            String name = catalogue.version().name();
            int[] alone = agreement(new Crossmatch(List.of(catalogue), SEARCH)).get(name);
            int[] joint = together.get(name);
            System.out.printf(
                    "%s: %d detections with one; best agrees %d together, %d alone; of these p_any > 0.45 %d and %d%n",
                    name, joint[0], joint[1], alone[1], joint[2], alone[2]);
            assertTrue(
                    joint[2] >= 0.99 * alone[2], name + ": " + joint[2] + " probable together, " + alone[2] + " alone");
            assertTrue(joint[1] >= 0.99 * alone[1], name + ": " + joint[1] + " together, " + alone[1] + " alone");
        }
    }

    /// By catalogue: detections with a magnitude in the training table, those whose best entry has it, and those of
    /// the latter whose entry is probable.
    private static Map<String, int[]> agreement(Crossmatch crossmatch) {
        Map<String, int[]> counts = new HashMap<>();
        DETECTIONS.forEach((name, detection) -> {
            List<Counterpart> best = crossmatch.around(detection).counterparts().candidates().stream()
                    .filter(Counterpart::best)
                    .toList();
            TRAINING.getOrDefault(name, Map.of()).forEach((catalogue, magnitude) -> {
                int[] count = counts.computeIfAbsent(catalogue, _ -> new int[3]);
                Optional<Counterpart> one = best.stream()
                        .filter(candidate -> candidate.catalogue().equals(catalogue))
                        .findFirst();
                double found = one.map(candidate -> candidate.entry().magnitudes())
                        .map(magnitudes -> magnitudes.get(BANDS.get(catalogue).getFirst()))
                        .orElse(99.0);
                boolean agrees = Math.abs(found - magnitude) < 0.011;
                count[0]++;
                count[1] += agrees ? 1 : 0;
                count[2] += agrees && one.orElseThrow().anyMatchProbability() > 0.45 ? 1 : 0;
            });
        });
        return counts;
    }

    private interface Reader {
        void row(Map<String, String> cells);
    }

    private static void read(String file, Reader reader) throws IOException {
        try (Table table = TableFiles.open(SharedData.require(file), Optional.empty())) {
            List<String> columns = new ArrayList<>(table.columns());
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.put(columns.get(i), String.valueOf(row.get().cells().get(i)));
                }
                reader.row(cells);
            }
        }
    }

    private static Optional<Double> number(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column))
                .filter(cell -> !cell.isBlank() && !cell.equals("null"))
                .map(Double::parseDouble);
    }
}
