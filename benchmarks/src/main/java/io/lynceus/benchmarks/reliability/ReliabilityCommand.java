package io.lynceus.benchmarks.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./lynceus benchmark reliability`: purity and completeness compared with the promise of `p_any`, as a table and a
/// drawing.
@Command(
        name = "reliability",
        description = "Matches simulated X-ray sources with known counterparts, and compares purity and completeness"
                + " with what the probabilities promise.",
        mixinStandardHelpOptions = true)
public final class ReliabilityCommand implements Callable<Integer> {
    @Option(names = "--sources", defaultValue = "100000", description = "Sources of each sky (${DEFAULT-VALUE}).")
    private int sources;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the skies (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the curves into this file.")
    private Path svg = Path.of("");

    @Override
    public Integer call() throws IOException {
        List<Reliability> measured = new ArrayList<>();
        for (SimulatedSky sky : SimulatedSky.examples()) {
            Reliability one = Reliability.of(sky, sources, seed);
            measured.add(one);
            System.out.printf("%n%s%n%8s %8s %18s %18s%n", sky.name(), "p_any >=", "sources", "purity", "completeness");
            for (Reliability.Point point : one.points()) {
                if (Math.round(point.threshold() * 100) % 10 == 0) {
                    System.out.printf(
                            "%8.2f %8d %8.4f (%7.4f) %8.4f (%7.4f)%n",
                            point.threshold(),
                            point.sources(),
                            point.purity(),
                            point.promisedPurity(),
                            point.completeness(),
                            point.promisedCompleteness());
                }
            }
            System.out.printf("largest difference from what was promised, in brackets: %.4f%n", one.worstMiss());
        }
        if (!svg.toString().isEmpty()) {
            Files.writeString(svg, ReliabilityDrawing.of(measured));
            System.out.println("drawn: " + svg);
        }
        return 0;
    }
}
