package io.lynceus.crossmatch.files.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Version of Lynceus, as built.
final class SoftwareVersion {
    /// Version of Lynceus, from its project file.
    static final String VERSION = version();

    private SoftwareVersion() {}

    private static String version() {
        try (InputStream written =
                Objects.requireNonNull(SoftwareVersion.class.getResourceAsStream("/lynceus-version.txt"))) {
            return new String(written.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
