package io.lynceus.benchmarks.crossmatch;

import io.lynceus.benchmarks.support.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmark growth`: how time and memory of import and match grow with both tables.
@Command(
        name = "growth",
        description = "Import and match tables of growing size, each in a process of its own; writes a drawing.")
public final class CrossmatchGrowth implements Callable<Integer> {
    private static final String MATCHING = "matching ";
    private static final double RADIUS_ARCSEC = 5;

    @Option(
            names = "--rows",
            split = ",",
            description = "Reference rows (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000000,3000000,10000000,30000000")
    private List<Integer> rows = List.of();

    @Option(
            names = "--sources",
            split = ",",
            description = "X-ray positions, the most last (default: ${DEFAULT-VALUE}).",
            defaultValue = "100000,300000,1000000,3000000")
    private List<Integer> sources = List.of();

    @Option(names = "--svg", paramLabel = "FILE", description = "The drawing (default: ${DEFAULT-VALUE}).")
    private Path svg = Path.of("crossmatch-growth.svg");

    /// The measurements of one pair of tables.
    ///
    /// @param imported of the reference table
    /// @param matched of both
    record Cell(int rows, int sources, ProcessMeasurement imported, ProcessMeasurement matched) {
        double matchingSeconds() {
            return matched.printed(MATCHING);
        }
    }

    @Override
    public Integer call() throws IOException {
        System.out.printf(
                "%12s %12s %10s %10s %10s %10s %10s%n",
                "rows", "positions", "import s", "peak MB", "matching s", "process s", "peak MB");
        List<Cell> cells = new ArrayList<>();
        for (int count : rows) {
            try (TemporaryFolder folder = TemporaryFolder.make()) {
                cells.addAll(grow(count, folder.path()));
            }
        }
        Files.writeString(svg, new GrowthDrawing(cells).svg());
        return 0;
    }

    private List<Cell> grow(int count, Path folder) throws IOException {
        SimulatedTables tables = new SimulatedTables(SimulatedTables.Sky.UNIFORM, count, sources.getLast());
        Path description = tables.writeReference(folder.resolve("reference.fits"));
        for (int number : sources) {
            tables.writeSources(folder.resolve("xray-" + number + ".fits"), number);
        }
        Path log = folder.resolve("log");
        ProcessMeasurement imported =
                ProcessMeasurement.run(LynceusCommand.catalogue(folder, "import", description.toString()), log);
        List<Cell> cells = new ArrayList<>();
        for (int number : sources) {
            ProcessMeasurement matched = ProcessMeasurement.run(
                    LynceusCommand.catalogue(
                            folder,
                            "match",
                            folder.resolve("xray-" + number + ".fits").toString(),
                            "reference",
                            folder.resolve("pairs.fits").toString(),
                            "--radius",
                            Double.toString(RADIUS_ARCSEC)),
                    log);
            Cell cell = new Cell(count, number, imported, matched);
            cells.add(cell);
            System.out.printf(
                    Locale.ROOT,
                    "%,12d %,12d %10.1f %10.0f %10.2f %10.1f %10.0f%n",
                    count,
                    number,
                    imported.seconds(),
                    imported.peakMegabytes(),
                    cell.matchingSeconds(),
                    matched.seconds(),
                    matched.peakMegabytes());
        }
        return cells;
    }
}
