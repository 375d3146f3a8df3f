package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.search.CatalogueRows;
import io.lynceus.crossmatch.match.MatchOptions;
import io.lynceus.crossmatch.match.UnrelatedCredit;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.standalone.suite.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lynceus catalogue match`: all pairs of a table's positions with a catalogue's entries within a radius.
@Command(
        name = "match",
        description = {
            "Match the positions of a table with a catalogue by separation alone, as STILTS does.",
            "Writes id, the entry's id, its position and the separation of every pair.",
            "With the errors of the positions it also writes the Bayes factor, p_any, p_i and match_flag, as NWAY does."
        })
final class MatchCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Parameters(
            index = "0",
            paramLabel = "TABLE",
            description = "Table of positions (CSV, FITS, VOTable, ECSV, Parquet).")
    private Path table = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "CATALOGUE",
            description = "Name of the catalogue; its version in use is taken.")
    private String catalogue = "";

    @Parameters(index = "2", paramLabel = "PAIRS", description = "Table of pairs to write (.csv, .fits, .vot, .ecsv).")
    private Path pairs = Path.of("");

    @Option(names = "--radius", description = "Radius in arcsec (default: ${DEFAULT-VALUE}).")
    private double radiusArcsec = 5;

    @Option(names = "--radius-column", description = "Column with a radius in arcsec for each position, instead.")
    private @Nullable String radiusColumn;

    @Option(names = "--nearest", description = "Only so many entries of each position, the nearest (default: all).")
    private int nearest = Integer.MAX_VALUE;

    @Option(names = "--id", description = "Column with the name of a position (default: ${DEFAULT-VALUE}).")
    private String id = "id";

    @Option(names = "--ra", description = "Column with the right ascension in deg (default: ${DEFAULT-VALUE}).")
    private String ra = "ra";

    @Option(names = "--dec", description = "Column with the declination in deg (default: ${DEFAULT-VALUE}).")
    private String dec = "dec";

    @Option(
            names = "--sigma-column",
            description = "Column with the error of a position in arcsec, per axis: for the Bayesian match.")
    private @Nullable String sigmaColumn;

    @Option(
            names = "--completeness",
            description = "Probability that a counterpart is in the catalogue, unless that says its own (default:"
                    + " ${DEFAULT-VALUE}).")
    private double completeness = 0.5;

    @Override
    public Integer call() {
        if (sigmaColumn != null && nearest != Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "--nearest and --sigma-column exclude each other: probabilities are those"
                            + " of all entries within the radius");
        }
        CatalogueFolder folder = new CatalogueFolder(suite.folder().catalogues());
        CatalogueVersion version = folder.inUse().stream()
                .filter(used -> used.name().equals(catalogue))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no catalogue " + catalogue + "; ./lynceus catalogue list shows them"));
        try {
            long begin = System.nanoTime();
            PositionTable positions = PositionTable.read(
                    table,
                    new PositionTable.Columns(
                            id, ra, dec, Optional.ofNullable(radiusColumn), Optional.ofNullable(sigmaColumn)),
                    radiusArcsec);
            long read = System.nanoTime();
            CatalogueRows rows = folder.rows(version);
            long opened = System.nanoTime();
            PairTable found = match(positions, rows);
            long matched = System.nanoTime();
            found.write(pairs, positions, rows);
            System.out.printf(
                    "%,d pairs of %,d positions and %,d entries of %s, version %s%n",
                    found.count(), positions.targets().count(), rows.count(), catalogue, version.version());
            System.out.printf(
                    "reading %.2f s, opening %.2f s, matching %.2f s, writing %.2f s%n",
                    seconds(begin, read),
                    seconds(read, opened),
                    seconds(opened, matched),
                    seconds(matched, System.nanoTime()));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private PairTable match(PositionTable positions, CatalogueRows rows) {
        PairTable found = new PairTable(sigmaColumn != null);
        if (sigmaColumn == null) {
            rows.match().nearest(positions.targets(), nearest, () -> found);
        } else {
            rows.association(
                            completeness,
                            new MatchOptions(
                                    Double.POSITIVE_INFINITY, MatchOptions.SECONDARY_RATIO, UnrelatedCredit.NONE, 0))
                    .all(
                            positions.targets(),
                            target -> PositionCovariance.isotropic(positions.sigmasArcsec()[target]),
                            () -> found);
        }
        return found;
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
