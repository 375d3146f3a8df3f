package io.lynceus.crossmatch.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.surroundings.Calibration;
import io.lynceus.crossmatch.surroundings.MagnitudePrior;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Documents beside a version of a catalogue, with what was learned from it: `calibration-<mission>.json` and
/// `magnitude-prior.json`. A new one takes the place of the former one.
public final class VersionDocuments {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final String CALIBRATION = "calibration-";
    private static final String MAGNITUDE_PRIOR = "magnitude-prior";
    private static final String SUFFIX = ".json";

    private final Path folder;

    /// @param folder of the imported catalogues
    public VersionDocuments(Path folder) {
        this.folder = folder;
    }

    /// Keeps a calibration.
    ///
    /// @return the document
    public Path keep(Calibration calibration) {
        String mission = calibration.mission().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return keep(calibration.catalogue(), CALIBRATION + mission, calibration);
    }

    /// Keeps the magnitude prior of a version.
    ///
    /// @return the document
    public Path keep(CatalogueVersion version, MagnitudePrior prior) {
        return keep(version, MAGNITUDE_PRIOR, prior);
    }

    /// The calibrations of a version, by mission.
    public List<Calibration> calibrations(CatalogueVersion version) {
        Path ofVersion = folderOf(version);
        try (Stream<Path> files = Files.list(ofVersion)) {
            List<Calibration> calibrations = new ArrayList<>();
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith(CALIBRATION))
                    .sorted()
                    .toList()) {
                calibrations.add(JSON.readValue(Files.readAllBytes(file), Calibration.class));
            }
            return calibrations;
        } catch (IOException e) {
            throw new UncheckedIOException("calibrations in " + ofVersion + " cannot be read", e);
        }
    }

    /// The magnitude prior of a version; empty where none was learned.
    public Optional<MagnitudePrior> magnitudePrior(CatalogueVersion version) {
        Path document = folderOf(version).resolve(MAGNITUDE_PRIOR + SUFFIX);
        try {
            return Files.exists(document)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(document), MagnitudePrior.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(document + " cannot be read", e);
        }
    }

    private Path keep(CatalogueVersion version, String name, Object value) {
        Path ofVersion = folderOf(version);
        try {
            Path draft = Files.createTempFile(ofVersion, ".draft-", SUFFIX);
            Files.write(draft, JSON.writeValueAsBytes(value));
            return Files.move(
                    draft,
                    ofVersion.resolve(name + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be kept in " + ofVersion, e);
        }
    }

    private Path folderOf(CatalogueVersion version) {
        return folder.resolve(version.name()).resolve(version.version());
    }
}
