package io.lynceus.standalone.suite;

import java.nio.file.Path;

/// Where the suite keeps its data between runs.
///
/// @param path absolute path
public record SuiteFolder(Path path) {

    public SuiteFolder {
        path = path.toAbsolutePath().normalize();
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /// Imported reference catalogues.
    public Path catalogues() {
        return path.resolve("catalogues");
    }

    /// Fitted models, besides those that come with the classifier.
    public Path models() {
        return path.resolve("models");
    }

    /// Process ids of the services.
    Path run() {
        return path.resolve("run");
    }

    /// Full log of one child.
    public Path log(String child) {
        return path.resolve("logs").resolve(child + ".log");
    }

    Path lock() {
        return path.resolve("launcher.lock");
    }
}
