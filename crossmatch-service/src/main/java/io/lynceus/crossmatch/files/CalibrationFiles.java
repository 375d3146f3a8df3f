package io.lynceus.crossmatch.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lynceus.crossmatch.Calibration;
import io.lynceus.crossmatch.CatalogueVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Calibrations of catalogues, each a document beside the version it was made with: `calibration-<mission>.json`.
public final class CalibrationFiles {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final String PREFIX = "calibration-";
    private static final String SUFFIX = ".json";

    private final Path folder;

    /// @param folder of the imported catalogues
    public CalibrationFiles(Path folder) {
        this.folder = folder;
    }

    /// Keeps a calibration in place of a former one of the same version and mission.
    ///
    /// @return the document
    public Path keep(Calibration calibration) {
        Path ofVersion = of(calibration.catalogue());
        String mission = calibration.mission().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        try {
            Path draft = Files.createTempFile(ofVersion, ".draft-", SUFFIX);
            Files.write(draft, JSON.writeValueAsBytes(calibration));
            return Files.move(
                    draft,
                    ofVersion.resolve(PREFIX + mission + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("calibration of " + calibration.catalogue() + " cannot be kept", e);
        }
    }

    /// The calibrations of a version, by mission.
    public List<Calibration> of(String name, String version) {
        Path ofVersion = of(new CatalogueVersion(name, version));
        try (Stream<Path> files = Files.list(ofVersion)) {
            List<Calibration> calibrations = new ArrayList<>();
            for (Path file : files.filter(CalibrationFiles::isCalibration).sorted().toList()) {
                calibrations.add(JSON.readValue(Files.readAllBytes(file), Calibration.class));
            }
            return calibrations;
        } catch (IOException e) {
            throw new UncheckedIOException("calibrations in " + ofVersion + " cannot be read", e);
        }
    }

    private static boolean isCalibration(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private Path of(CatalogueVersion version) {
        return folder.resolve(version.name()).resolve(version.version());
    }
}
