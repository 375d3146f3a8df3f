package io.lynceus.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The version of Lynceus, which the build writes from the root `pom.xml`.
public final class LynceusVersion {
    /// For example `1.4.2`.
    public static final String CURRENT = read();

    private LynceusVersion() {}

    private static String read() {
        try (InputStream written =
                Objects.requireNonNull(LynceusVersion.class.getResourceAsStream("/lynceus-version.txt"))) {
            return new String(written.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
