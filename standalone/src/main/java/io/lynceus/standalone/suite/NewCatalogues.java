package io.lynceus.standalone.suite;

import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ImportReport;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.engines.EngineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Imports the reference catalogues that a folder describes and the suite does not have yet.
public final class NewCatalogues {

    private static final Pattern NAME = Pattern.compile("^name:\\s*[\"']?([^\\s\"'#]+)", Pattern.MULTILINE);

    private final SuiteFolder suite;
    private final EventLog log;

    public NewCatalogues(SuiteFolder suite, EventLog log) {
        this.suite = suite;
        this.log = log;
    }

    /// @param descriptions folder of YAML descriptions, the tables beside them
    /// @throws EngineFailure when it is no such folder
    public void importFrom(Path descriptions) {
        CatalogueFolder folder = new CatalogueFolder(suite.catalogues());
        Set<String> known = folder.inUse().stream()
                .filter(version -> opens(folder, version))
                .map(CatalogueVersion::name)
                .collect(Collectors.toSet());
        CatalogueImport catalogues = new CatalogueImport(folder);
        for (Path description : yamlFiles(descriptions)) {
            String name = name(description);
            if (known.contains(name)) {
                log.event(
                        "catalogue",
                        name + " is imported already; ./lynceus catalogue import " + description + " replaces it");
                continue;
            }
            ImportReport report = catalogues.run(description, (_, _) -> {});
            log.event(
                    "catalogue",
                    String.format(
                            Locale.ROOT,
                            "%s imported: %,d rows of %,d, %,d skipped",
                            report.version().name(),
                            report.provenance().rowsKept(),
                            report.provenance().rowsRead(),
                            report.provenance().rowsSkipped()));
        }
    }

    /// Whether a version can be used: one that an older Lynceus wrote is imported again.
    private static boolean opens(CatalogueFolder folder, CatalogueVersion version) {
        try {
            folder.open(List.of(version));
            return true;
        } catch (UncheckedIOException unreadable) {
            return false;
        }
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new EngineFailure("no catalogue descriptions (*.yaml) in " + folder);
            }
            return found;
        } catch (IOException e) {
            throw new EngineFailure("cannot read the folder of catalogues " + folder, e);
        }
    }

    private static String name(Path description) {
        try {
            Matcher found = NAME.matcher(Files.readString(description));
            return found.find() ? found.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
