package io.lynceus.standalone.suite;

import java.nio.file.Path;
import java.util.Optional;

/// How the suite is run on this machine.
///
/// @param root of the repository, where the services were built
/// @param folder where its data is kept
/// @param ports it listens on
/// @param serviceHeapMegabytes heap limit of each service [MB]
/// @param operatorCode makes the first operator, where writing takes an account; empty where this machine may do all
public record SuiteSettings(
        Path root, SuiteFolder folder, SuitePorts ports, int serviceHeapMegabytes, Optional<String> operatorCode) {

    /// With it, a service was seen to take 220 to 240 MB of memory, heap included, once it was ready.
    public static final int DEFAULT_SERVICE_HEAP_MEGABYTES = 192;

    public SuiteSettings {
        root = root.toAbsolutePath().normalize();
        if (serviceHeapMegabytes < 64) {
            throw new IllegalArgumentException("heap of a service must be >= 64 MB: " + serviceHeapMegabytes);
        }
    }

    public SuiteSettings(Path root, SuiteFolder folder, SuitePorts ports) {
        this(root, folder, ports, DEFAULT_SERVICE_HEAP_MEGABYTES, Optional.empty());
    }

    public SuiteSettings withAccounts(String code) {
        return new SuiteSettings(root, folder, ports, serviceHeapMegabytes, Optional.of(code));
    }
}
