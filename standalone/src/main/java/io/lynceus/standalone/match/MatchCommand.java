package io.lynceus.standalone.match;

import io.lynceus.crossmatch.match.Candidates;
import io.lynceus.crossmatch.match.MatchOptions;
import io.lynceus.crossmatch.match.NwayMatch;
import io.lynceus.crossmatch.match.UnrelatedCredit;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.TangentOffset;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lynceus match`: matches a table of X-ray positions with other tables, with NWAY's arguments, numbers and columns.
@Command(
        name = "match",
        description = {
            "Match a table of X-ray positions with other tables.",
            "Writes all associations with their probabilities, in NWAY's columns. Takes NWAY's arguments. With circular"
                    + " errors it gives NWAY's numbers, with ellipses exact ones."
        })
public final class MatchCommand implements Callable<Integer> {
    /// Sources that a processor takes at a time, and how often that before anything is written. Source: choice; some
    /// milliseconds of work, and some megabytes of text.
    private static final int STRETCH = 1 << 9;

    private static final int STRETCHES = 1 << 7;

    @Option(
            names = "--radius",
            required = true,
            paramLabel = "ARCSEC",
            description = "Largest separation of an association's members.")
    private double radiusArcsec;

    @Option(
            names = "--area",
            required = true,
            paramLabel = "SQDEG",
            description = "Sky that the tables cover [deg^2]: one number, or one for each, joined by ':'.")
    private String areas = "";

    @Option(
            names = "--prior-completeness",
            defaultValue = "1",
            paramLabel = "C",
            description = "Share of sources expected to have a counterpart: one number for all tables together, or one"
                    + " for each but the first, joined by ':' (${DEFAULT-VALUE}).")
    private String completeness = "";

    @Option(
            names = "--acceptable-prob",
            defaultValue = "0.5",
            paramLabel = "RATIO",
            description = "Associations with more than this share of the best p_i are flagged 2 (${DEFAULT-VALUE}).")
    private double secondaryRatio;

    @Option(
            names = "--min-prob",
            defaultValue = "0",
            paramLabel = "P",
            description = "Leave out associations of a lower p_i (${DEFAULT-VALUE}).")
    private double leastProbability;

    @Option(
            names = "--unrelated",
            defaultValue = "best",
            description =
                    "Credit for entries that belong together without the X-ray source: best (as NWAY), all (summed;"
                            + " calibrated), none (${DEFAULT-VALUE}).")
    private UnrelatedCredit credit = UnrelatedCredit.BEST;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The CSV file to write.")
    private Path out = Path.of("");

    @Parameters(
            arity = "4..*",
            paramLabel = "TABLE ERROR",
            description = "The X-ray table and the others, each followed by its error: a number per axis [arcsec], or"
                    + " columns :SIGMA, :SIGMA_RA:SIGMA_DEC, :MAJOR:MINOR:ANGLE.")
    private List<String> tablesAndErrors = List.of();

    @Override
    public Integer call() {
        long begin = System.nanoTime();
        List<PositionTable> tables = tables();
        double[] priorOdds = priorOdds(tables.size() - 1);
        long read = System.nanoTime();
        List<List<int[]>> near = tables.stream()
                .skip(1)
                .map(table -> table.near(tables.getFirst(), radiusArcsec))
                .toList();
        long searched = System.nanoTime();
        AssociationRows rows = new AssociationRows(tables, near, leastProbability);
        int sources = tables.getFirst().rows().size();
        long written = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            writer.write(rows.head());
            for (int from = 0; from < sources; from += STRETCHES * STRETCH) {
                int first = from;
                for (AssociationRows.Lines lines : IntStream.range(0, STRETCHES)
                        .parallel()
                        .mapToObj(i -> lines(
                                rows,
                                priorOdds,
                                Math.min(sources, first + i * STRETCH),
                                Math.min(sources, first + (i + 1) * STRETCH)))
                        .toList()) {
                    writer.append(lines.text());
                    written += lines.count();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(out + " cannot be written", e);
        }
        System.out.printf("%,d associations of %,d sources in %s%n", written, sources, out);
        System.out.printf(
                "reading %.2f s, searching %.2f s, judging and writing %.2f s%n",
                (read - begin) / 1e9, (searched - read) / 1e9, (System.nanoTime() - searched) / 1e9);
        return 0;
    }

    private AssociationRows.Lines lines(AssociationRows rows, double[] priorOdds, int from, int to) {
        AssociationRows.Lines lines = new AssociationRows.Lines();
        NwayMatch match = new NwayMatch(new MatchOptions(radiusArcsec, secondaryRatio, credit, 0));
        for (int source = from; source < to; source++) {
            List<Candidates> candidates = new ArrayList<>();
            for (int k = 0; k < priorOdds.length; k++) {
                candidates.add(candidates(
                        rows.tables().get(k + 1),
                        priorOdds[k],
                        rows.source(source),
                        rows.near().get(k).get(source)));
            }
            rows.add(source, match.associate(rows.source(source).covariance(), candidates), lines);
        }
        return lines;
    }

    private List<PositionTable> tables() {
        if (tablesAndErrors.size() % 2 != 0) {
            throw new IllegalArgumentException("every table must be followed by its error: " + tablesAndErrors);
        }
        int count = tablesAndErrors.size() / 2;
        double[] area =
                Stream.of(areas.split(":")).mapToDouble(Double::parseDouble).toArray();
        if (area.length != 1 && area.length != count) {
            throw new IllegalArgumentException("areas are " + areas + ", must be one number or " + count);
        }
        List<PositionTable> tables = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            tables.add(PositionTable.read(
                    Path.of(tablesAndErrors.get(2 * k)),
                    tablesAndErrors.get(2 * k + 1),
                    area[area.length == 1 ? 0 : k]));
        }
        return tables;
    }

    /// A single number is the product over all catalogues, so each has its root.
    private double[] priorOdds(int catalogues) {
        double[] given = Stream.of(completeness.split(":"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (completeness.contains(":") && given.length != catalogues) {
            throw new IllegalArgumentException(
                    "prior completeness is " + completeness + ", must be one number or " + catalogues);
        }
        double[] odds = new double[catalogues];
        for (int k = 0; k < catalogues; k++) {
            odds[k] = completeness.contains(":") ? given[k] : Math.pow(given[0], 1.0 / catalogues);
        }
        return odds;
    }

    private static Candidates candidates(PositionTable table, double priorOdds, PositionTable.Row source, int[] near) {
        Candidates candidates = new Candidates();
        candidates.clear(table.population(), priorOdds);
        for (int row : near) {
            TangentOffset offset = TangentOffset.between(
                    source.position(), table.rows().get(row).position());
            PositionCovariance error = table.rows().get(row).covariance();
            candidates.add(
                    offset.eastArcsec(),
                    offset.northArcsec(),
                    error.eastEast(),
                    error.northNorth(),
                    error.eastNorth(),
                    0);
        }
        return candidates;
    }
}
