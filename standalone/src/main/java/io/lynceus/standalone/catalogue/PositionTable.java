package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.files.importing.TableFiles;
import io.lynceus.crossmatch.files.search.MatchTargets;
import io.lynceus.sky.SkyPosition;
import io.lynceus.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The positions of a table, column by column.
///
/// @param names of the positions
/// @param sigmasArcsec per-axis error of each [arcsec]; NaN where no column has it
record PositionTable(List<String> names, MatchTargets targets, double[] sigmasArcsec) {
    private static final double HALF_TURN_ARCSEC = 648_000;

    /// Names of the columns that are read.
    ///
    /// @param radius empty: one for all
    /// @param sigma empty: none is read
    record Columns(String id, String ra, String dec, Optional<String> radius, Optional<String> sigma) {}

    /// Reads a table, by all processors where its format allows it; a row whose position, radius or error cannot be is
    /// refused with its line.
    ///
    /// @param radiusArcsec of all, where no column has it
    static PositionTable read(Path file, Columns columns, double radiusArcsec) throws IOException {
        try (Table table = TableFiles.open(file, Optional.empty())) {
            int[] indices = {
                index(table, file, columns.ra),
                index(table, file, columns.dec),
                columns.radius.isPresent() ? index(table, file, columns.radius.get()) : -1,
                columns.sigma.isPresent() ? index(table, file, columns.sigma.get()) : -1
            };
            int id = index(table, file, columns.id);
            List<Part> parts = table.parts(Runtime.getRuntime().availableProcessors()).parallelStream()
                    .map(part -> Part.read(file, part, id, indices, radiusArcsec))
                    .toList();
            return new PositionTable(
                    parts.stream().flatMap(part -> part.names.stream()).toList(),
                    new MatchTargets(joined(parts, 0), joined(parts, 1), joined(parts, 2)),
                    joined(parts, 3));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static double[] joined(List<Part> parts, int column) {
        return parts.stream()
                .flatMapToDouble(part -> DoubleStream.of(part.values[column]))
                .toArray();
    }

    private static int index(Table table, Path file, String column) throws IOException {
        int index = table.columns().indexOf(column);
        if (index < 0) {
            throw new IOException(
                    file + " has no column '" + column + "'; it has " + String.join(", ", table.columns()));
        }
        return index;
    }

    /// Some rows of the table.
    ///
    /// @param values right ascensions, declinations, radii and errors
    private record Part(List<String> names, double[][] values) {
        static Part read(Path file, Table table, int id, int[] indices, double radiusArcsec) {
            List<String> names = new ArrayList<>();
            double[][] values = new double[indices.length][1 << 10];
            try (table) {
                for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                    int count = names.size();
                    if (count == values[0].length) {
                        Arrays.setAll(values, i -> Arrays.copyOf(values[i], 2 * count));
                    }
                    try {
                        fill(values, count, row.get(), indices, radiusArcsec);
                    } catch (IllegalArgumentException e) {
                        throw new IOException(
                                file + ", row at line " + row.get().line() + ": " + e.getMessage(), e);
                    }
                    names.add(row.get().text(id));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Arrays.setAll(values, i -> Arrays.copyOf(values[i], names.size()));
            return new Part(names, values);
        }

        private static void fill(double[][] values, int at, Table.Row row, int[] indices, double radiusArcsec) {
            SkyPosition position = new SkyPosition(row.number(indices[0]), row.number(indices[1]));
            values[0][at] = position.raDeg();
            values[1][at] = position.decDeg();
            values[2][at] = indices[2] < 0 ? radiusArcsec : row.number(indices[2]);
            values[3][at] = indices[3] < 0 ? Double.NaN : row.number(indices[3]);
            if (!(values[2][at] >= 0 && values[2][at] <= HALF_TURN_ARCSEC)) {
                throw new IllegalArgumentException("radius is " + values[2][at] + ", must lie in [0, 648000] arcsec");
            }
            if (indices[3] >= 0 && !(values[3][at] > 0 && values[3][at] <= HALF_TURN_ARCSEC)) {
                throw new IllegalArgumentException("error is " + values[3][at] + ", must lie in (0, 648000] arcsec");
            }
        }
    }
}
