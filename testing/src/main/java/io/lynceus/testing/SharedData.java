package io.lynceus.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The real data that lies beside the repository, in `../shared/data`, and is never copied into it.
public final class SharedData {

    private SharedData() {}

    /// Path of a file or folder there; the calling test is skipped, with a reason, where it is absent.
    ///
    /// @param name as in `csc_detections.csv` or `catalogues`
    public static Path require(String name) {
        Path path = repository().resolveSibling("shared").resolve("data").resolve(name);
        assumeTrue(Files.exists(path), "needs the shared data: " + path + " is not there");
        return path;
    }

    /// Root folder of the repository, whichever module the test runs in.
    public static Path repository() {
        String configured = System.getProperty("lynceus.root");
        if (configured != null) {
            return Path.of(configured).toAbsolutePath().normalize();
        }
        for (@Nullable Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no repository around " + Path.of("").toAbsolutePath());
    }
}
