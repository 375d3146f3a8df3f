package io.lynceus.benchmarks;

import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Cell of a position and separation of two, per position, on positions even over the sphere.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SkyBenchmark {
    private static final int POSITIONS = 1024;
    private static final long SEED = 20_260_101;
    /// HEALPix order of the cells: those of the source association, 3.4 arcmin.
    private static final int ORDER = 10;
    /// Largest distance of a position from the centre of its cell [arcsec]: a cell's width of 206 arcsec, and half
    /// again.
    private static final double REACH_ARCSEC = 310;

    private final SkyPosition[] positions = new SkyPosition[POSITIONS];

    /// Draws the positions, and checks both answers before they are timed.
    @Setup
    public void draw() {
        Random random = new Random(SEED);
        for (int i = 0; i < POSITIONS; i++) {
            double dec = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
            positions[i] = new SkyPosition(360 * random.nextDouble(), dec);
        }
        for (int i = 0; i < POSITIONS; i++) {
            SkyPosition position = positions[i];
            AnswerCheck.require(
                    position.separationArcsec(Healpix.center(ORDER, Healpix.cell(ORDER, position))) < REACH_ARCSEC,
                    "a position lies in the cell it is given");
            SkyPosition next = positions[(i + 1) % POSITIONS];
            AnswerCheck.requireClose(chordRad(position, next), position.separationRad(next), 1e-12, "separation");
        }
    }

    /// The angle from the chord between unit vectors: another way to the same number.
    private static double chordRad(SkyPosition one, SkyPosition other) {
        double[] a = vector(one);
        double[] b = vector(other);
        double chord = Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
        double opposite = Math.hypot(Math.hypot(a[0] + b[0], a[1] + b[1]), a[2] + b[2]);
        return 2 * Math.atan2(chord, opposite);
    }

    private static double[] vector(SkyPosition position) {
        double ra = Math.toRadians(position.raDeg());
        double dec = Math.toRadians(position.decDeg());
        return Stream.of(Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    @Benchmark
    @OperationsPerInvocation(POSITIONS)
    public long cell() {
        long sum = 0;
        for (SkyPosition position : positions) {
            sum += Healpix.cell(ORDER, position);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(POSITIONS)
    public double separation() {
        double sum = 0;
        for (int i = 1; i < POSITIONS; i++) {
            sum += positions[i].separationRad(positions[i - 1]);
        }
        return sum + positions[0].separationRad(positions[POSITIONS - 1]);
    }
}
