package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.CatalogueInspection;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueProvenance;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.standalone.suite.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lynceus catalogue inspect`: reads a version as a whole, checks it and prints its contents.
@Command(name = "inspect", description = "Read a whole version, check it, and show its contents and density.")
final class InspectCommand implements Callable<Integer> {
    private static final int MAP_COLUMNS = 72;
    private static final int MAP_LINES = 18;

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Mixin
    private VersionArgument version = new VersionArgument();

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the density map into this file.")
    private @Nullable Path svg;

    @Option(names = "--counts", description = "Print the rows of every HEALPix cell too, as cell and number.")
    private boolean counts;

    @Override
    public Integer call() {
        CatalogueFolder folder = new CatalogueFolder(suite.folder().catalogues());
        CatalogueInspection found = folder.inspect(version.in(folder));
        show(found);
        DensityMap map = new DensityMap(found.rowsPerCell());
        System.out.println("rows per square degree, equirectangular, right ascension from 360 on the left to 0:");
        System.out.print(map.text(MAP_COLUMNS, MAP_LINES));
        if (counts) {
            for (int cell = 0; cell < found.rowsPerCell().size(); cell++) {
                System.out.println(cell + " " + found.rowsPerCell().get(cell));
            }
        }
        if (svg != null) {
            try {
                Files.writeString(svg, map.svg(found.profile().title()));
            } catch (IOException e) {
                throw new UncheckedIOException(svg + " cannot be written", e);
            }
        }
        return 0;
    }

    private static void show(CatalogueInspection found) {
        CatalogueProfile profile = found.profile();
        System.out.printf(
                "%s, version %s: %s%n", profile.name(), found.version().version(), profile.title());
        System.out.printf(
                "%,d rows, %,d bytes, %,.1f deg^-2%s, undamaged%n",
                profile.statistics().rows(),
                found.bytes(),
                profile.densityPerSqDeg(),
                profile.complete() ? "" : " declared for a selection");
        System.out.println("columns: " + String.join(", ", found.columns()));
        found.provenance().ifPresent(InspectCommand::show);
    }

    private static void show(CatalogueProvenance provenance) {
        System.out.printf(
                "imported %s by Lynceus %s from %s, %,d bytes: %,d rows read, %,d kept, %,d of types not accepted, %,d"
                        + " skipped%n",
                provenance.imported(),
                provenance.lynceus(),
                provenance.table(),
                provenance.tableBytes(),
                provenance.rowsRead(),
                provenance.rowsKept(),
                provenance.rowsNotAccepted(),
                provenance.rowsSkipped());
        System.out.println(
                "SHA-256 of its description: " + provenance.description().hex());
    }
}
