package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.ImportReport;
import io.lynceus.crossmatch.catalogue.SkippedRow;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.crossmatch.files.importing.InvalidDescription;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.terminal.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lynceus catalogue import`: makes searchable catalogues of described tables.
@Command(
        name = "import",
        description = {
            "Import reference catalogues from their descriptions (YAML, the table beside it).",
            "Rows that cannot be used are reported with line and reason, and the others are imported."
        })
final class ImportCommand implements Callable<Integer> {
    /// Skipped rows that are printed one by one for each catalogue.
    private static final int MOST_SHOWN = 5;

    private static final int SOME_REFUSED = 3;

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Descriptions, or folders of .yaml files that are all descriptions.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        CatalogueImport catalogues =
                new CatalogueImport(new CatalogueFolder(suite.folder().catalogues()));
        int refused = 0;
        for (Path description : descriptions()) {
            try {
                show(description, run(catalogues, description));
            } catch (InvalidDescription | UncheckedIOException e) {
                refused++;
                System.err.println(e.getMessage());
            }
        }
        return refused == 0 ? 0 : SOME_REFUSED;
    }

    private static ImportReport run(CatalogueImport catalogues, Path description) {
        try (Progress progress = new Progress(String.valueOf(description.getFileName()), "rows read", 0)) {
            return catalogues.run(description, progress::update);
        }
    }

    private static void show(Path description, ImportReport report) {
        System.out.printf(
                "%-24s version %s: %,d rows read, %,d kept, %,d of types not accepted, %,d skipped%n",
                report.version().name(),
                report.version().version(),
                report.provenance().rowsRead(),
                report.provenance().rowsKept(),
                report.provenance().rowsNotAccepted(),
                report.provenance().rowsSkipped());
        for (SkippedRow skipped : report.examples().stream().limit(MOST_SHOWN).toList()) {
            System.out.println(
                    "  " + description.getFileName() + ", row at line " + skipped.line() + ": " + skipped.reason());
        }
    }

    private List<Path> descriptions() {
        List<Path> descriptions = paths.stream().flatMap(ImportCommand::in).toList();
        if (descriptions.isEmpty()) {
            throw new IllegalArgumentException("no description (.yaml) in " + paths);
        }
        return descriptions;
    }

    private static Stream<Path> in(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
