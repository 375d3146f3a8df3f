package io.lynceus.benchmarks.crossmatch;

import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.benchmarks.support.TemporaryFolder;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.crossmatch.files.search.BulkAssociation;
import io.lynceus.crossmatch.files.search.MatchTargets;
import io.lynceus.crossmatch.match.MatchOptions;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmark posterior`: X-ray sources against one counterpart table in a field, the usual case of NWAY users.
///
/// First `./lynceus match` as a whole process, from CSV to CSV; then the posteriors alone, from an open index, in this
/// process: cold, and then warm.
@Command(
        name = "posterior",
        description = {
            "Match sources of a field with one counterpart table, with posteriors: ./lynceus match as a whole process,",
            "and sources a second with the index open."
        })
public final class PosteriorBenchmark implements Callable<Integer> {
    private static final long SEED = 20_261_124;
    private static final double SIDE_DEG = 10;
    private static final double SIGMA_ARCSEC = 1;
    private static final double REFERENCE_SIGMA_ARCSEC = 0.1;

    @Option(names = "--sources", description = "X-ray sources (default: ${DEFAULT-VALUE}).")
    private int sources = 20_000;

    @Option(names = "--rows", description = "Rows of the counterpart table (default: ${DEFAULT-VALUE}).")
    private int rows = 400_000;

    @Option(names = "--radius", description = "Of the match in arcsec (default: ${DEFAULT-VALUE}).")
    private double radius = 15;

    @Option(names = "--rounds", description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Override
    public Integer call() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Random random = new Random(SEED);
            MatchTargets reference = positions(rows, random);
            MatchTargets xray = near(reference, random);
            write(folder.path().resolve("xray.csv"), xray);
            write(folder.path().resolve("reference.csv"), reference);
            processes(folder.path());
            inProcess(folder.path(), xray);
        }
        return 0;
    }

    private MatchTargets positions(int count, Random random) {
        double[] ra = random.doubles(count, 150, 150 + SIDE_DEG).toArray();
        double[] dec = random.doubles(count, -SIDE_DEG / 2, SIDE_DEG / 2).toArray();
        return new MatchTargets(ra, dec, radii(count));
    }

    private double[] radii(int count) {
        double[] radii = new double[count];
        Arrays.fill(radii, radius);
        return radii;
    }

    /// Half of them at a row, half anywhere in the field.
    private MatchTargets near(MatchTargets reference, Random random) {
        MatchTargets anywhere = positions(sources, random);
        for (int i = 0; i < sources; i += 2) {
            int row = random.nextInt(rows);
            SkyPosition moved = new SkyPosition(
                            reference.raDeg()[row], reference.decDeg()[row])
                    .offset(
                            360 * random.nextDouble(),
                            SIGMA_ARCSEC * Math.hypot(random.nextGaussian(), random.nextGaussian()));
            anywhere.raDeg()[i] = moved.raDeg();
            anywhere.decDeg()[i] = moved.decDeg();
        }
        return anywhere;
    }

    private static void write(Path file, MatchTargets positions) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("ID,RA,DEC\n");
            for (int i = 0; i < positions.count(); i++) {
                writer.write(
                        (i + 1) + "," + positions.raDeg()[i] + "," + positions.decDeg()[i] + "\n");
            }
        }
    }

    private void processes(Path folder) throws IOException {
        double[] seconds = new double[rounds];
        double[] megabytes = new double[rounds];
        String output = "";
        for (int i = 0; i < rounds; i++) {
            ProcessMeasurement measured = ProcessMeasurement.run(
                    LynceusCommand.line(
                            "match",
                            "--radius=" + radius,
                            "--area=" + SIDE_DEG * SIDE_DEG,
                            "--out=" + folder.resolve("matches.csv"),
                            folder.resolve("xray.csv").toString(),
                            Double.toString(SIGMA_ARCSEC),
                            folder.resolve("reference.csv").toString(),
                            Double.toString(REFERENCE_SIGMA_ARCSEC)),
                    folder.resolve("log"));
            seconds[i] = measured.seconds();
            megabytes[i] = measured.peakMegabytes();
            output = measured.output();
        }
        System.out.printf(
                Locale.ROOT,
                "%,d sources x %,d rows in %.0f deg^2, %s arcsec; medians of %d%n./lynceus match, CSV to CSV: process %.2f s,"
                        + " peak %.0f MB%n%s%n",
                sources,
                rows,
                SIDE_DEG * SIDE_DEG,
                radius,
                rounds,
                ProcessMeasurement.median(seconds),
                ProcessMeasurement.median(megabytes),
                output.strip());
    }

    private void inProcess(Path folder, MatchTargets xray) throws IOException {
        Path description = Files.writeString(
                folder.resolve("reference.yaml"), """
                name: reference
                role: counterpart
                wavelength: optical
                sky_coverage_sq_deg: %s
                default_error_arcsec: %s
                file: reference.csv
                columns: { id: ID, ra: RA, dec: DEC }
                """.formatted(SIDE_DEG * SIDE_DEG, REFERENCE_SIGMA_ARCSEC));
        CatalogueFolder catalogues = new CatalogueFolder(folder.resolve("catalogues"));
        CatalogueVersion version =
                new CatalogueImport(catalogues).run(description, (_, _) -> {}).version();
        BulkAssociation association =
                catalogues.rows(version).association(0.5, MatchOptions.likeNway(Double.POSITIVE_INFINITY));
        double cold = seconds(association, xray);
        double[] warm = new double[20 * rounds];
        for (int i = 0; i < warm.length; i++) {
            warm[i] = seconds(association, xray);
        }
        System.out.printf(
                Locale.ROOT,
                "posteriors with the index open, in one process: %,.0f sources/s the first time, %,.0f later%n",
                sources / cold,
                sources / ProcessMeasurement.median(warm));
    }

    /// Half of the sources have a counterpart, which is the most probable one nearly always.
    private double seconds(BulkAssociation association, MatchTargets xray) {
        LongAdder secure = new LongAdder();
        PositionCovariance error = PositionCovariance.isotropic(SIGMA_ARCSEC);
        long begin = System.nanoTime();
        association.all(xray, _ -> error, () -> (_, _, _, _, found) -> {
            if (found.anyMatch() > 0.5) {
                secure.increment();
            }
        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        AnswerCheck.require(
                secure.sum() > 0.4 * sources && secure.sum() < 0.7 * sources,
                secure.sum() + " of " + sources + " sources have a counterpart");
        return seconds;
    }
}
