package io.lynceus.benchmarks.crossmatch;

import io.lynceus.benchmarks.support.TemporaryFolder;
import io.lynceus.crossmatch.files.importing.TableFiles;
import io.lynceus.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmark crossmatch`: all pairs of X-ray positions and reference rows within a radius, by STILTS and by us.
///
/// Both read the same FITS tables and write their pairs as FITS, each in a process of its own, in turn. The pairs must
/// be the same. `matching` is the time that each program reports without reading and writing, ours in a virtual machine
/// that has not matched before. Nothing is subtracted. The same match with the posterior of every pair follows.
@Command(
        name = "crossmatch",
        description = {
            "Match X-ray positions with reference rows beside STILTS tskymatch2 (Debian: apt-get install stilts),",
            "in processes of their own, in turn, and compare the pairs."
        })
public final class CrossmatchComparison implements Callable<Integer> {
    private static final String STILTS_MATCHING = "Elapsed time for match: ";
    private static final String OUR_MATCHING = "matching ";

    @Option(names = "--rows", description = "Reference rows (default: ${DEFAULT-VALUE}).")
    private int rows = 10_000_000;

    @Option(names = "--sources", description = "X-ray positions (default: ${DEFAULT-VALUE}).")
    private int sources = 1_000_000;

    @Option(names = "--radius", description = "Of the match in arcsec (default: ${DEFAULT-VALUE}).")
    private double radius = 5;

    @Option(names = "--rounds", description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    /// The measurements of one round.
    private record Round(
            ProcessMeasurement stilts, ProcessMeasurement open, ProcessMeasurement built, ProcessMeasurement judged) {}

    @Override
    public Integer call() throws IOException {
        Path stilts = stilts();
        for (SimulatedTables.Sky sky : SimulatedTables.Sky.values()) {
            try (TemporaryFolder folder = TemporaryFolder.make()) {
                compare(stilts, sky, folder);
            }
        }
        return 0;
    }

    private static Path stilts() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "stilts"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "STILTS is not on the PATH: install it with `apt-get install stilts`, or from"
                                + " https://www.starlink.ac.uk/stilts/"));
    }

    private void compare(Path stilts, SimulatedTables.Sky sky, TemporaryFolder temporary) throws IOException {
        Path folder = temporary.path();
        Path reference = folder.resolve("reference.fits");
        Path xray = folder.resolve("xray.fits");
        SimulatedTables tables = new SimulatedTables(sky, rows, sources);
        Path description = tables.writeReference(reference);
        tables.writeSources(xray, sources);
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Path ofStilts = folder.resolve("stilts-" + i + ".fits");
            Path ofOurs = folder.resolve("ours-" + i + ".fits");
            Path log = folder.resolve("log");
            ProcessMeasurement theirs = ProcessMeasurement.run(
                    List.of(
                            stilts.toString(),
                            "tskymatch2",
                            "in1=" + xray,
                            "in2=" + reference,
                            "ra1=ra",
                            "dec1=dec",
                            "ra2=ra",
                            "dec2=dec",
                            "error=" + radius,
                            "find=all",
                            "join=1and2",
                            "out=" + ofStilts),
                    log);
            temporary.delete("catalogues");
            ProcessMeasurement built =
                    ProcessMeasurement.run(LynceusCommand.catalogue(folder, "import", description.toString()), log);
            ProcessMeasurement open = ProcessMeasurement.run(match(folder, ofOurs), log);
            requireSame(pairs(ofStilts), pairs(ofOurs));
            ProcessMeasurement judged = ProcessMeasurement.run(match(folder, ofOurs, "--sigma-column", "sigma"), log);
            requireSame(pairs(ofStilts), pairs(ofOurs));
            measured.add(new Round(theirs, open, built, judged));
        }
        report(sky, measured, pairs(folder.resolve("ours-0.fits")).length);
    }

    private List<String> match(Path folder, Path pairs, String... further) {
        List<String> line = LynceusCommand.catalogue(
                folder,
                "match",
                folder.resolve("xray.fits").toString(),
                "reference",
                pairs.toString(),
                "--radius",
                Double.toString(radius));
        line.addAll(List.of(further));
        return line;
    }

    private static long[] pairs(Path file) throws IOException {
        long[] pairs = new long[1 << 16];
        int count = 0;
        try (Table table = TableFiles.open(file, Optional.empty())) {
            boolean ours = table.columns().contains("entry_id");
            int one = table.columns().indexOf(ours ? "id" : "id_1");
            int two = table.columns().indexOf(ours ? "entry_id" : "id_2");
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                pairs = count == pairs.length ? Arrays.copyOf(pairs, 2 * count) : pairs;
                pairs[count++] =
                        (long) row.get().number(one) << 32 | (long) row.get().number(two);
            }
        }
        return Arrays.stream(pairs, 0, count).sorted().toArray();
    }

    private static void requireSame(long[] theirs, long[] ours) {
        if (!Arrays.equals(theirs, ours)) {
            throw new IllegalStateException("the pairs differ: STILTS has " + theirs.length + ", we have " + ours.length
                    + ", at place " + Arrays.mismatch(theirs, ours));
        }
    }

    private void report(SimulatedTables.Sky sky, List<Round> measured, int pairs) {
        System.out.printf(
                Locale.ROOT,
                "%n%,d positions x %,d rows, %s, %s arcsec: the same %,d pairs in %d rounds; medians%n",
                sources,
                rows,
                sky.description,
                radius,
                pairs,
                measured.size());
        System.out.printf("%-26s %10s %10s %10s%n", "", "process s", "matching s", "peak MB");
        line("STILTS tskymatch2", measured, Round::stilts, STILTS_MATCHING);
        line("ours, index open", measured, Round::open, OUR_MATCHING);
        line("ours, with posteriors", measured, Round::judged, OUR_MATCHING);
        System.out.printf(
                Locale.ROOT,
                "%-26s %10.1f %10s %10.0f%n",
                "ours, building the index",
                median(measured, round -> round.built.seconds()),
                "",
                median(measured, round -> round.built.peakMegabytes()));
        System.out.printf(
                Locale.ROOT,
                "STILTS over ours, median of the rounds: matching %.1f, process with the index open %.1f, with building"
                        + " it %.1f%n",
                median(measured, round -> round.stilts.printed(STILTS_MATCHING) / round.open.printed(OUR_MATCHING)),
                median(measured, round -> round.stilts.seconds() / round.open.seconds()),
                median(measured, round -> round.stilts.seconds() / (round.open.seconds() + round.built.seconds())));
        System.out.printf(
                Locale.ROOT,
                "matching with posteriors over matching by separation, median of the rounds: %.2f%n",
                median(measured, round -> round.judged.printed(OUR_MATCHING) / round.open.printed(OUR_MATCHING)));
        System.out.println(measured.getLast().open.output().strip());
    }

    private static void line(
            String name, List<Round> measured, Function<Round, ProcessMeasurement> of, String matching) {
        System.out.printf(
                Locale.ROOT,
                "%-26s %10.1f %10.2f %10.0f%n",
                name,
                median(measured, round -> of.apply(round).seconds()),
                median(measured, round -> of.apply(round).printed(matching)),
                median(measured, round -> of.apply(round).peakMegabytes()));
    }

    private static double median(List<Round> measured, ToDoubleFunction<Round> value) {
        return ProcessMeasurement.median(measured.stream().mapToDouble(value).toArray());
    }
}
