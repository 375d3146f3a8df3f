package io.lynceus.standalone.suite;

import java.nio.file.Path;
import java.util.Locale;

/// The five services, with the module each is built from and its place after the suite's first port.
public enum Service {
    GATEWAY("gateway", 0),
    CROSSMATCH("crossmatch-service", 1),
    FEATURE("feature-service", 2),
    CLASSIFIER("classifier-service", 3),
    LABELS("labels-service", 4);

    private final String module;
    private final int portOffset;

    Service(String module, int portOffset) {
        this.module = module;
        this.portOffset = portOffset;
    }

    /// Short name, which is its database's name as well.
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    int portOffset() {
        return portOffset;
    }

    /// The program that Maven built, below the root of the repository.
    public Path program(Path root) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
