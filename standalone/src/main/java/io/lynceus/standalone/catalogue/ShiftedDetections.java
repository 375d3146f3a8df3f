package io.lynceus.standalone.catalogue;

import io.lynceus.contracts.Detection;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.DetectionFormat.UnknownFields;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.messaging.JsonDetectionFormat;
import io.lynceus.crossmatch.surroundings.CounterpartSearch;
import io.lynceus.standalone.ingest.DetectionRows;
import io.lynceus.standalone.training.CrossmatchDefaults;
import io.lynceus.tables.RowRefused;
import io.lynceus.tables.TableMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Arguments of commands that learn about a catalogue from X-ray positions, real and shifted.
final class ShiftedDetections {
    @Parameters(index = "0", paramLabel = "CATALOGUE", description = "Name of the catalogue; its version in use.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Table of X-ray detections.")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "YAML file with the meaning of each column (default: the shipped one that fits the columns).")
    private @Nullable Path mapping;

    @Option(names = "--fakes", defaultValue = "10000", description = "Fake positions at least (${DEFAULT-VALUE}).")
    private int fakes;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the shifts (${DEFAULT-VALUE}).")
    private long seed;

    /// The catalogue, opened.
    ReferenceCatalogue catalogue(Path catalogues) {
        CatalogueFolder folder = new CatalogueFolder(catalogues);
        CatalogueVersion version = folder.inUse().stream()
                .filter(inUse -> inUse.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no catalogue " + name + " is in use in " + catalogues));
        return folder.open(List.of(version)).getFirst();
    }

    /// The detections of the table by their mission. Rows that cannot be used are reported and left out.
    Map<String, List<XrayDetection>> byMission() {
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

    /// The same detections where none of them is.
    List<XrayDetection> shifted(List<XrayDetection> detections) {
        CounterpartSearch search = CrossmatchDefaults.SEARCH;
        return new FakePositions(detections, search.radiusArcsec(), search.sigmas()).of(detections, fakes, seed);
    }
}
