package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.files.Targets;
import io.lynceus.crossmatch.files.importing.Table;
import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The positions of a table, column by column.
///
/// @param names of the positions
/// @param sigmasArcsec per-axis error of each [arcsec]; empty where no column has it
record PositionTable(List<String> names, Targets targets, double[] sigmasArcsec) {
    private static final double HALF_TURN_ARCSEC = 648_000;

    /// Names of the columns that are read.
    ///
    /// @param radius empty: one for all
    /// @param sigma empty: none is read
    record Columns(String id, String ra, String dec, Optional<String> radius, Optional<String> sigma) {}

    /// Reads a table; a row whose position, radius or error cannot be is refused with its line.
    ///
    /// @param radiusArcsec of all, where no column has it
    static PositionTable read(Path file, Columns columns, double radiusArcsec) throws IOException {
        List<String> names = new ArrayList<>();
        double[][] values = new double[4][1 << 10];
        try (Table table = Table.open(file, Optional.empty())) {
            int id = index(table, file, columns.id);
            int ra = index(table, file, columns.ra);
            int dec = index(table, file, columns.dec);
            int radius = columns.radius.isPresent() ? index(table, file, columns.radius.get()) : -1;
            int sigma = columns.sigma.isPresent() ? index(table, file, columns.sigma.get()) : -1;
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                int count = names.size();
                if (count == values[0].length) {
                    Arrays.setAll(values, i -> Arrays.copyOf(values[i], 2 * count));
                }
                try {
                    SkyPosition position =
                            new SkyPosition(row.get().number(ra), row.get().number(dec));
                    values[0][count] = position.raDeg();
                    values[1][count] = position.decDeg();
                    values[2][count] = radius < 0 ? radiusArcsec : row.get().number(radius);
                    values[3][count] = sigma < 0 ? Double.NaN : row.get().number(sigma);
                    require(values[2][count], "radius", 0);
                    if (sigma >= 0) {
                        require(values[3][count], "error", Double.MIN_VALUE);
                    }
                } catch (IllegalArgumentException e) {
                    throw new IOException(file + ", row at line " + row.get().line() + ": " + e.getMessage(), e);
                }
                names.add(row.get().text(id));
            }
        }
        Arrays.setAll(values, i -> Arrays.copyOf(values[i], names.size()));
        return new PositionTable(
                names,
                new Targets(values[0], values[1], values[2]),
                columns.sigma.isPresent() ? values[3] : new double[0]);
    }

    private static void require(double value, String name, double least) {
        if (!(value >= least && value <= HALF_TURN_ARCSEC)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", must lie in " + (least > 0 ? "(" : "[") + "0, 648000] arcsec");
        }
    }

    private static int index(Table table, Path file, String column) throws IOException {
        int index = table.columns().indexOf(column);
        if (index < 0) {
            throw new IOException(
                    file + " has no column '" + column + "'; it has " + String.join(", ", table.columns()));
        }
        return index;
    }
}
