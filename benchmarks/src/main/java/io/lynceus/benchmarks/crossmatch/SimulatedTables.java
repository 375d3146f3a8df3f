package io.lynceus.benchmarks.crossmatch;

import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.PrimitiveArrayColumn;
import uk.ac.starlink.table.StarTableOutput;

/// A reference table and a table of X-ray positions, as FITS.
///
/// @param plane half of the reference rows within ten degrees of a great circle, or all spread evenly
/// @param rows of the reference table
/// @param sources X-ray positions: half of them a reference row moved by an error of 0.5 to 2 arcsec per axis, half
///     anywhere
record SimulatedTables(boolean plane, int rows, int sources) {
    private static final long SEED = 20_261_123;
    private static final double PLANE_SINE = Math.sin(Math.toRadians(10));
    private static final double LEAST_SIGMA_ARCSEC = 0.5;
    private static final double MOST_SIGMA_ARCSEC = 2;

    void write(Path reference, Path xray) throws IOException {
        Random random = new Random(SEED);
        double[] ra = new double[rows];
        double[] dec = new double[rows];
        for (int i = 0; i < rows; i++) {
            double span = plane && i % 2 == 0 ? PLANE_SINE : 1;
            ra[i] = 360 * random.nextDouble();
            dec[i] = Math.toDegrees(Math.asin(span * (2 * random.nextDouble() - 1)));
        }
        double[] sourceRa = new double[sources];
        double[] sourceDec = new double[sources];
        for (int i = 0; i < sources; i++) {
            int row = random.nextInt(rows);
            double sigma = LEAST_SIGMA_ARCSEC + (MOST_SIGMA_ARCSEC - LEAST_SIGMA_ARCSEC) * random.nextDouble();
            SkyPosition position = i % 2 == 0
                    ? new SkyPosition(ra[row], dec[row])
                            .offset(
                                    360 * random.nextDouble(),
                                    sigma * Math.hypot(random.nextGaussian(), random.nextGaussian()))
                    : new SkyPosition(
                            360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
            sourceRa[i] = position.raDeg();
            sourceDec[i] = position.decDeg();
        }
        write(reference, ra, dec);
        write(xray, sourceRa, sourceDec);
    }

    private static void write(Path file, double[] ra, double[] dec) throws IOException {
        long[] ids = new long[ra.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i + 1L;
        }
        write(file, ra.length, column("id", ids), column("ra", ra), column("dec", dec));
    }

    static PrimitiveArrayColumn column(String name, Object array) {
        return PrimitiveArrayColumn.makePrimitiveColumn(
                new ColumnInfo(name, array.getClass().getComponentType() == long.class ? Long.class : Double.class, ""),
                array);
    }

    static void write(Path file, int rows, PrimitiveArrayColumn... columns) throws IOException {
        ColumnStarTable table = ColumnStarTable.makeTableWithRows(rows);
        for (PrimitiveArrayColumn column : columns) {
            table.addColumn(column);
        }
        new FitsTableWriter().writeStarTable(table, file.toString(), new StarTableOutput());
    }
}
