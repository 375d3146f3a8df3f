package io.lynceus.standalone.catalogue;

import io.lynceus.contracts.Detection;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.Calibration;
import io.lynceus.crossmatch.CatalogueVersion;
import io.lynceus.crossmatch.CounterpartSearch;
import io.lynceus.crossmatch.DetectionFormat.UnknownFields;
import io.lynceus.crossmatch.ReferenceCatalogue;
import io.lynceus.crossmatch.XrayDetection;
import io.lynceus.crossmatch.files.CalibrationFiles;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.messaging.JsonDetectionFormat;
import io.lynceus.standalone.SuiteOptions;
import io.lynceus.standalone.ingest.DetectionRows;
import io.lynceus.standalone.ingest.RowRefused;
import io.lynceus.standalone.ingest.TableMapping;
import io.lynceus.standalone.training.CrossmatchDefaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lynceus catalogue calibrate`: cutoffs on p_any for a catalogue and each mission of a table of detections.
@Command(
        name = "calibrate",
        description = {
            "Find the cutoffs on p_any of an imported counterpart catalogue at chosen rates of false positives.",
            "Every X-ray position is shifted at random to where no source is; what is found there is false. The",
            "cutoffs are kept with the version of the catalogue, one document for each mission of the table."
        })
final class CalibrateCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Parameters(index = "0", paramLabel = "CATALOGUE", description = "Name of the catalogue; its version in use.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Table of X-ray detections.")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "YAML file that says which column is what (default: the shipped one that fits the columns).")
    private @Nullable Path mapping;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "0.01,0.05,0.1,0.15",
            description = "Rates of false positives (${DEFAULT-VALUE}).")
    private List<Double> rates = List.of();

    @Option(names = "--fakes", defaultValue = "10000", description = "Fake positions at least (${DEFAULT-VALUE}).")
    private int fakes;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the shifts (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        CatalogueFolder folder = new CatalogueFolder(suite.folder().catalogues());
        CatalogueVersion version = folder.inUse().stream()
                .filter(inUse -> inUse.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no catalogue " + name + " is in use in "
                        + suite.folder().catalogues()));
        ReferenceCatalogue catalogue = folder.open(List.of(version)).getFirst();
        CounterpartSearch search = CrossmatchDefaults.SEARCH;
        CalibrationFiles kept = new CalibrationFiles(suite.folder().catalogues());
        detectionsByMission().forEach((mission, detections) -> {
            List<XrayDetection> shifted = new FakePositions(detections, search.radiusArcsec(), search.sigmas())
                    .of(detections, fakes, seed);
            Calibration calibration = Calibration.of(catalogue, search, mission, detections, shifted, rates);
            show(calibration, detections.size(), kept.keep(calibration));
        });
        return 0;
    }

    private Map<String, List<XrayDetection>> detectionsByMission() {
        JsonDetectionFormat format = new JsonDetectionFormat(CrossmatchDefaults.MISSIONS);
        Map<String, List<XrayDetection>> byMission = new TreeMap<>();
        DetectionRows.read(file, Optional.ofNullable(mapping).map(TableMapping::read), (row, _, line) -> {
            try {
                Detection detection = row.detection();
                byMission
                        .computeIfAbsent(detection.mission(), _ -> new ArrayList<>())
                        .add(format.read(Wire.write(detection), UnknownFields.REFUSED)
                                .detection());
            } catch (RowRefused e) {
                System.err.println(file + ":" + line + ": " + e.getMessage());
            }
        });
        return byMission;
    }

    private static void show(Calibration calibration, int detections, Path document) {
        System.out.printf(
                "%s version %s, %s: %,d detections, %,d fake positions%n",
                calibration.catalogue().name(),
                calibration.catalogue().version(),
                calibration.mission(),
                detections,
                calibration.fakes());
        for (Calibration.Cutoff cutoff : calibration.cutoffs()) {
            System.out.printf(
                    "  %5.1f%% false positives: p_any >= %.4f, which %.1f%% of the detections reach%n",
                    100 * cutoff.falsePositiveRate(), cutoff.anyMatchProbability(), 100 * cutoff.remaining());
        }
        System.out.println("  kept in " + document);
    }
}
