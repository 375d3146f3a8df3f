package io.lynceus.benchmarks;

import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.crossmatch.Crossmatch;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.surroundings.Counterpart;
import io.lynceus.crossmatch.surroundings.CounterpartSearch;
import io.lynceus.crossmatch.surroundings.Surroundings;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// One detection looked up in one memory-mapped catalogue as dense as Gaia in the Galactic plane: candidates within 8
/// arcsec, their Bayes factors and probabilities.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// JMH calls the set-up before any kernel.
@SuppressWarnings("NullAway.Init")
public class CrossmatchBenchmark {
    private static final int ROWS = 440_000;
    private static final double SQ_DEG = 10;
    private static final double SIDE_DEG = Math.sqrt(SQ_DEG);
    private static final int DETECTIONS = 4096;
    private static final long SEED = 20_260_101;
    private static final double CATALOGUE_SIGMA_ARCSEC = 0.1;
    private static final double XRAY_SIGMA_ARCSEC = 0.5;
    private static final ObservationEpoch EPOCH = ObservationEpoch.at(new JulianEpoch(2016));
    /// Arcseconds in a radian, 648000 / pi; by definition of the degree.
    private static final double ARCSEC_PER_RAD = 648_000 / Math.PI;

    private final XrayDetection[] detections = new XrayDetection[DETECTIONS];
    private Path folder;
    private Crossmatch crossmatch;
    private int next;

    /// Writes and opens the catalogue, and checks the best counterparts of the first detections by measuring every row.
    @Setup
    public void open() throws IOException {
        Random random = new Random(SEED);
        List<CatalogueEntry> entries = IntStream.range(0, ROWS)
                .mapToObj(i ->
                        entry("e" + i, new SkyPosition(SIDE_DEG * random.nextDouble(), SIDE_DEG * random.nextDouble())))
                .toList();
        CatalogueProfile profile = new CatalogueProfile(
                "dense",
                "As dense as Gaia in the Galactic plane",
                new CatalogueRole.Counterparts("optical", 1),
                true,
                ROWS / SQ_DEG,
                List.of("G"),
                CatalogueStatistics.of(entries));
        folder = Files.createTempDirectory("lynceus-benchmark-");
        CatalogueFolder catalogues = new CatalogueFolder(folder);
        catalogues.store(profile, entries);
        crossmatch = new Crossmatch(catalogues.open(catalogues.inUse()), new CounterpartSearch(8, 5, 0.5, 0, 10));
        for (int i = 0; i < DETECTIONS; i++) {
            SkyPosition position = entries.get(random.nextInt(ROWS))
                    .position()
                    .offset(360 * random.nextDouble(), XRAY_SIGMA_ARCSEC * random.nextDouble());
            detections[i] =
                    new XrayDetection("d" + i, position, PositionCovariance.isotropic(XRAY_SIGMA_ARCSEC), EPOCH);
        }
        for (int i = 0; i < 20; i++) {
            check(detections[i], entries);
        }
    }

    private static CatalogueEntry entry(String id, SkyPosition position) {
        return new CatalogueEntry(
                id,
                Optional.empty(),
                position,
                ErrorEllipse.circle(CATALOGUE_SIGMA_ARCSEC, Containment.ONE_SIGMA_PER_AXIS),
                Optional.of(EPOCH.mean()),
                Optional.empty(),
                Optional.empty(),
                Map.of("G", 18.5),
                Optional.empty());
    }

    private void check(XrayDetection detection, List<CatalogueEntry> entries) {
        Counterpart best = crossmatch.around(detection).counterparts().candidates().stream()
                .filter(Counterpart::best)
                .findFirst()
                .orElseThrow();
        CatalogueEntry nearest = entries.stream()
                .min(Comparator.comparingDouble(entry -> detection.position().separationRad(entry.position())))
                .orElseThrow();
        AnswerCheck.require(
                best.entry().id().equals(nearest.id()), "the best counterpart is the nearest of equal errors");
        double variance =
                (Math.pow(XRAY_SIGMA_ARCSEC, 2) + Math.pow(CATALOGUE_SIGMA_ARCSEC, 2)) / Math.pow(ARCSEC_PER_RAD, 2);
        double separation = detection.position().separationRad(nearest.position());
        double lnBayesFactor = Math.log(2 / variance) - separation * separation / (2 * variance);
        AnswerCheck.requireClose(
                lnBayesFactor / Math.log(10), best.match().log10BayesFactor(), 1e-5, "log10 of the Bayes factor");
    }

    @Benchmark
    public Surroundings lookUp() {
        next = (next + 1) % DETECTIONS;
        return crossmatch.around(detections[next]);
    }

    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
