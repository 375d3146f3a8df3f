package io.lynceus.standalone.suite;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say which suite is meant: where its data is and where it listens.
public final class SuiteOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder the data is kept in (default: LYNCEUS_DATA, or .lynceus in the repository).")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + SuitePorts.DEFAULT_FIRST,
            description = "First of eight ports; the gateway's (default: ${DEFAULT-VALUE}).")
    private int port;

    /// Root of the repository, given by the start script.
    public Path root() {
        return Path.of(System.getProperty("lynceus.root", "."));
    }

    public SuiteFolder folder() {
        Path chosen = data;
        if (chosen != null) {
            return new SuiteFolder(chosen);
        }
        String configured = System.getenv("LYNCEUS_DATA");
        return new SuiteFolder(
                configured == null || configured.isBlank() ? root().resolve(".lynceus") : Path.of(configured));
    }

    /// Whether the command line names a folder.
    public boolean choosesFolder() {
        return data != null;
    }

    public SuitePorts ports() {
        return new SuitePorts(port);
    }

    public SuiteSettings settings() {
        return new SuiteSettings(root(), folder(), ports());
    }
}
