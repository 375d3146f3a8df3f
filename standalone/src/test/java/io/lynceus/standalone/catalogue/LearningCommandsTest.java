package io.lynceus.standalone.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.VersionDocuments;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.crossmatch.surroundings.Calibration;
import io.lynceus.crossmatch.surroundings.MagnitudePrior;
import io.lynceus.sky.SkyPosition;
import io.lynceus.standalone.suite.SuiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `catalogue calibrate` and `catalogue magnitudes` on a simulated catalogue of a ninth of a square degree, a sixth of
/// whose entries are X-ray sources, two magnitudes brighter than the others.
class LearningCommandsTest {
    private static final int ROWS = 3000;
    private static final int SOURCES = 500;
    private static final double SIDE_DEG = 1.0 / 3;

    @TempDir
    private Path data;

    private Path detections = Path.of("");
    private Path catalogues = Path.of("");

    @BeforeEach
    void simulate() throws IOException {
        Random random = new Random(5);
        List<String> entries = new ArrayList<>(List.of("id,ra,dec,g"));
        List<String> sources = new ArrayList<>(List.of("name,ra,dec,err95,snr,flux_soft,e_flux_soft,flux_medium,"
                + "e_flux_medium,flux_hard,e_flux_hard,p_intra,p_inter"));
        for (int i = 0; i < ROWS; i++) {
            SkyPosition place = new SkyPosition(150 + SIDE_DEG * random.nextDouble(), SIDE_DEG * random.nextDouble());
            boolean source = i < SOURCES;
            entries.add(String.format(
                    Locale.ROOT,
                    "e%d,%.7f,%.7f,%.3f",
                    i,
                    place.raDeg(),
                    place.decDeg(),
                    (source ? 19 : 21) + random.nextGaussian()));
            if (source) {
                SkyPosition seen =
                        place.offset(360 * random.nextDouble(), 1.2 * Math.sqrt(-2 * Math.log(random.nextDouble())));
                sources.add(String.format(
                        Locale.ROOT, "s%d,%.7f,%.7f,3,5,1e-15,,1e-15,,1e-15,,,", i, seen.raDeg(), seen.decDeg()));
            }
        }
        Files.write(data.resolve("optical.csv"), entries);
        detections = Files.write(data.resolve("detections.csv"), sources);
        catalogues = new SuiteFolder(data).catalogues();
        describe("optical", true);
    }

    private void describe(String name, boolean complete) throws IOException {
        Path description = Files.writeString(data.resolve(name + ".yaml"), """
                name: %s
                role: counterpart
                complete: %s
                wavelength: optical
                file: optical.csv
                columns: { id: id, ra: ra, dec: dec }
                magnitudes: { G: g }
                default_error_arcsec: 0.1
                systematic_error_arcsec: 0.01
                density_per_sq_deg: 27000
                """.formatted(name, complete));
        new CatalogueImport(new CatalogueFolder(catalogues)).run(description, (_, _) -> {});
    }

    private void run(String... arguments) {
        List<Exception> failures = new ArrayList<>();
        CommandLine line = new CommandLine(new CatalogueCommand()).setExecutionExceptionHandler((failure, _, _) -> {
            failures.add(failure);
            return 1;
        });
        String[] all = Stream.concat(Stream.of(arguments), Stream.of(detections.toString(), "--data", data.toString()))
                .toArray(String[]::new);
        int status = line.execute(all);
        if (failures.size() == 1 && failures.getFirst() instanceof IllegalArgumentException refused) {
            throw refused;
        }
        assertEquals(0, status, failures.toString());
    }

    private CatalogueVersion version() {
        return new CatalogueFolder(catalogues).inUse().getFirst();
    }

    @Test
    void calibrationIsKeptWithTheVersionAndMagnitudesLeaveMoreDetectionsAboveTheCutoff() {
        run("calibrate", "optical", "--fakes", "4000");
        Calibration plain =
                new VersionDocuments(catalogues).calibrations(version()).getFirst();
        assertEquals("Chandra", plain.mission());
        assertEquals(version(), plain.catalogue());
        assertTrue(plain.fakes() > 3000, plain.fakes() + " fakes");
        assertEquals(4, plain.cutoffs().size());
        run("magnitudes", "optical", "--band", "G");
        MagnitudePrior prior =
                new VersionDocuments(catalogues).magnitudePrior(version()).orElseThrow();
        assertTrue(prior.log10Weights().getFirst() > 0.5, prior.toString());
        assertTrue(prior.log10Weights().getLast() < 0, prior.toString());
        run("calibrate", "optical", "--fakes", "4000", "--magnitudes");
        Calibration weighted =
                new VersionDocuments(catalogues).calibrations(version()).getFirst();
        assertTrue(
                weighted.cutoffs().getFirst().remaining()
                        > plain.cutoffs().getFirst().remaining(),
                plain + " without, " + weighted + " with magnitudes");
    }

    @Test
    void selectionIsRefused() throws IOException {
        describe("selection", false);
        for (List<String> command :
                List.of(List.of("calibrate", "selection"), List.of("magnitudes", "selection", "--band=G"))) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> run(command.toArray(String[]::new)));
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("is a selection (complete: false)"),
                    refused.toString());
        }
    }
}
