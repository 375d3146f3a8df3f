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
record PositionTable(List<String> names, Targets targets) {
    /// Reads a table; a row whose position or radius cannot be is refused with its line.
    static PositionTable read(
            Path file, String id, String ra, String dec, Optional<String> radiusColumn, double radiusArcsec)
            throws IOException {
        List<String> names = new ArrayList<>();
        double[] ras = new double[1 << 10];
        double[] decs = new double[1 << 10];
        double[] radii = new double[1 << 10];
        try (Table table = Table.open(file, Optional.empty())) {
            int ids = index(table, file, id);
            int raIndex = index(table, file, ra);
            int decIndex = index(table, file, dec);
            int radiusIndex = radiusColumn.isPresent() ? index(table, file, radiusColumn.get()) : -1;
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                int count = names.size();
                if (count == ras.length) {
                    ras = Arrays.copyOf(ras, 2 * count);
                    decs = Arrays.copyOf(decs, 2 * count);
                    radii = Arrays.copyOf(radii, 2 * count);
                }
                try {
                    SkyPosition position =
                            new SkyPosition(row.get().number(raIndex), row.get().number(decIndex));
                    ras[count] = position.raDeg();
                    decs[count] = position.decDeg();
                    radii[count] = radiusIndex < 0 ? radiusArcsec : row.get().number(radiusIndex);
                    if (!(radii[count] >= 0 && radii[count] <= 648_000)) {
                        throw new IllegalArgumentException(
                                "radius is " + radii[count] + ", must lie in [0, 648000] arcsec");
                    }
                } catch (IllegalArgumentException e) {
                    throw new IOException(file + ", row at line " + row.get().line() + ": " + e.getMessage(), e);
                }
                names.add(row.get().text(ids));
            }
        }
        int count = names.size();
        return new PositionTable(
                names, new Targets(Arrays.copyOf(ras, count), Arrays.copyOf(decs, count), Arrays.copyOf(radii, count)));
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
