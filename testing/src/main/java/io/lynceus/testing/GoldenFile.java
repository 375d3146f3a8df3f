package io.lynceus.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Expected text kept in `src/test/resources/golden/` of the module under test and reviewed as code.
///
/// `./mvnw -Dgolden.update test` rewrites it.
///
/// @param name file name, as in `track.json`
public record GoldenFile(String name) {

    public void assertMatches(String actual) {
        Path path = Path.of("src/test/resources/golden").resolve(name);
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(path.toAbsolutePath().normalize().getParent());
                Files.writeString(path, actual);
            }
            assertEquals(Files.readString(path), actual, () -> name + " differs; -Dgolden.update rewrites it");
        } catch (IOException e) {
            throw new UncheckedIOException("no golden file " + path + "; -Dgolden.update writes it", e);
        }
    }
}
