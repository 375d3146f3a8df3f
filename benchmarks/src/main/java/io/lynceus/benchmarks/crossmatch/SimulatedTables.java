package io.lynceus.benchmarks.crossmatch;

import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.ColumnData;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.PrimitiveArrayColumn;
import uk.ac.starlink.table.StarTableOutput;

/// A reference table and X-ray positions: half of these a reference row moved by an error of 0.5 to 2 arcsec per axis,
/// half anywhere. Large: it holds its columns.
final class SimulatedTables {
    /// Where reference rows lie.
    enum Sky {
        UNIFORM("uniform"),
        PLANE("half of the rows in a plane of 20 degrees");

        private static final double PLANE_SINE = Math.sin(Math.toRadians(10));

        final String description;

        Sky(String description) {
            this.description = description;
        }

        private double decDeg(int row, Random random) {
            double span = this == PLANE && row % 2 == 0 ? PLANE_SINE : 1;
            return Math.toDegrees(Math.asin(span * (2 * random.nextDouble() - 1)));
        }
    }

    private static final long SEED = 20_261_123;
    private static final double LEAST_SIGMA_ARCSEC = 0.5;
    private static final double MOST_SIGMA_ARCSEC = 2;

    private final double[] ra;
    private final double[] dec;
    private final double[] sourceRa;
    private final double[] sourceDec;
    private final double[] sourceSigma;

    /// @param rows of the reference table
    /// @param sources X-ray positions
    SimulatedTables(Sky sky, int rows, int sources) {
        Random random = new Random(SEED);
        ra = new double[rows];
        dec = new double[rows];
        for (int i = 0; i < rows; i++) {
            ra[i] = 360 * random.nextDouble();
            dec[i] = sky.decDeg(i, random);
        }
        sourceRa = new double[sources];
        sourceDec = new double[sources];
        sourceSigma = new double[sources];
        for (int i = 0; i < sources; i++) {
            int row = random.nextInt(rows);
            sourceSigma[i] = LEAST_SIGMA_ARCSEC + (MOST_SIGMA_ARCSEC - LEAST_SIGMA_ARCSEC) * random.nextDouble();
            SkyPosition position = i % 2 == 0
                    ? new SkyPosition(ra[row], dec[row])
                            .offset(
                                    360 * random.nextDouble(),
                                    sourceSigma[i] * Math.hypot(random.nextGaussian(), random.nextGaussian()))
                    : new SkyPosition(360 * random.nextDouble(), Sky.UNIFORM.decDeg(i, random));
            sourceRa[i] = position.raDeg();
            sourceDec[i] = position.decDeg();
        }
    }

    /// Writes the reference table as FITS, with a description beside it.
    ///
    /// @return the description
    Path writeReference(Path file) throws IOException {
        write(file, ra, dec);
        return Files.writeString(file.resolveSibling("reference.yaml"), """
                name: reference
                role: counterpart
                wavelength: optical
                sky_coverage_sq_deg: 41253
                default_error_arcsec: 0.1
                file: %s
                columns: { id: id, ra: ra, dec: dec }
                """.formatted(file.getFileName()));
    }

    /// Writes the first of the X-ray positions as FITS.
    void writeSources(Path file, int count) throws IOException {
        write(
                file,
                Arrays.copyOf(sourceRa, count),
                Arrays.copyOf(sourceDec, count),
                column("sigma", Arrays.copyOf(sourceSigma, count)));
    }

    private static void write(Path file, double[] ra, double[] dec, ColumnData... others) throws IOException {
        ColumnStarTable table = ColumnStarTable.makeTableWithRows(ra.length);
        Stream.concat(Stream.of(new Number(), column("ra", ra), column("dec", dec)), Stream.of(others))
                .forEach(table::addColumn);
        new FitsTableWriter().writeStarTable(table, file.toString(), new StarTableOutput());
    }

    private static ColumnData column(String name, double[] values) {
        return PrimitiveArrayColumn.makePrimitiveColumn(new ColumnInfo(name, Double.class, ""), values);
    }

    /// The number of a row, counted from 1.
    private static final class Number extends ColumnData {
        Number() {
            super(new ColumnInfo("id", Long.class, ""));
        }

        @Override
        public Object readValue(long row) {
            return row + 1;
        }
    }
}
