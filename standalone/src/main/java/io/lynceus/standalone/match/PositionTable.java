package io.lynceus.standalone.match;

import io.lynceus.crossmatch.files.importing.TableFiles;
import io.lynceus.crossmatch.files.search.MatchTargets;
import io.lynceus.crossmatch.files.search.TablePositions;
import io.lynceus.crossmatch.match.Population;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import io.lynceus.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Positions of a table with their errors.
///
/// @param name of the table: that of its file, in upper case
/// @param rows in the order of the file
/// @param areaSqDeg sky the table covers [deg^2]
record PositionTable(String name, List<Row> rows, double areaSqDeg) {
    /// @param covariance of the position [arcsec^2]
    record Row(String id, SkyPosition position, PositionCovariance covariance) {}

    /// Reads the columns ID, RA and DEC [deg], or the first whose names begin so, and the errors.
    ///
    /// @param errors a number, per axis [arcsec]; or columns of that, `:SIGMA`, `:SIGMA_RA:SIGMA_DEC` or
    ///     `:MAJOR:MINOR:ANGLE`, the angle from north through east [deg]
    static PositionTable read(Path file, String errors, double areaSqDeg) {
        try (Table table = TableFiles.open(file, Optional.empty())) {
            List<String> columns = table.columns();
            int id = column(file, columns, "ID");
            int ra = column(file, columns, "RA");
            int dec = column(file, columns, "DEC");
            ErrorColumns error = ErrorColumns.of(file, columns, errors);
            List<Row> rows = new ArrayList<>();
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                try {
                    rows.add(new Row(
                            row.get().text(id),
                            new SkyPosition(row.get().number(ra), row.get().number(dec)),
                            error.covariance(row.get())));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            file + ", row at line " + row.get().line() + ": " + e.getMessage(), e);
                }
            }
            String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            return new PositionTable(name.toUpperCase(Locale.ROOT), rows, areaSqDeg);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    Population population() {
        return new Population(rows.size(), areaSqDeg);
    }

    /// Rows of this table closer than this [arcsec] to each row of another, in the order of the file.
    List<int[]> near(PositionTable others, double radiusArcsec) {
        MatchTargets here = others.targets(radiusArcsec);
        MatchTargets there = targets(radiusArcsec);
        TablePositions sorted = new TablePositions(there.raDeg(), there.decDeg());
        int[][] near = new int[others.rows.size()][0];
        sorted.match()
                .all(
                        here,
                        () -> (target, found, separationsArcsec, count) -> near[target] = IntStream.range(0, count)
                                .filter(i -> separationsArcsec[i] < radiusArcsec)
                                .map(i -> sorted.number(found[i]))
                                .sorted()
                                .toArray());
        return List.of(near);
    }

    private MatchTargets targets(double radiusArcsec) {
        double[] radii = new double[rows.size()];
        Arrays.fill(radii, radiusArcsec);
        return new MatchTargets(
                rows.stream().mapToDouble(row -> row.position().raDeg()).toArray(),
                rows.stream().mapToDouble(row -> row.position().decDeg()).toArray(),
                radii);
    }

    private static int column(Path file, List<String> columns, String wanted) {
        return columns.stream()
                .filter(name -> name.equalsIgnoreCase(wanted))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(name -> name.toUpperCase(Locale.ROOT).startsWith(wanted))
                        .findFirst())
                .map(columns::indexOf)
                .orElseThrow(() -> new IllegalArgumentException(
                        file + " has no column " + wanted + "; it has " + String.join(", ", columns)));
    }

    /// Where the error of a position is.
    ///
    /// @param fixed per axis [arcsec], where there are no columns
    private record ErrorColumns(double fixed, int[] columns) {
        static ErrorColumns of(Path file, List<String> columns, String errors) {
            if (!errors.startsWith(":")) {
                return new ErrorColumns(Double.parseDouble(errors), new int[0]);
            }
            String[] names = errors.substring(1).split(":");
            if (names.length > 3) {
                throw new IllegalArgumentException("error columns are " + errors + ", must be one, two or three");
            }
            int[] indices = new int[names.length];
            for (int i = 0; i < names.length; i++) {
                indices[i] = column(file, columns, names[i].toUpperCase(Locale.ROOT));
            }
            return new ErrorColumns(Double.NaN, indices);
        }

        PositionCovariance covariance(Table.Row row) {
            return switch (columns.length) {
                case 0 -> PositionCovariance.isotropic(fixed);
                case 1 -> PositionCovariance.isotropic(number(row, 0));
                case 2 -> PositionCovariance.diagonal(number(row, 0), number(row, 1));
                default -> ellipse(number(row, 0), number(row, 1), number(row, 2));
            };
        }

        private static PositionCovariance ellipse(double one, double other, double angle) {
            return new ErrorEllipse(
                            Math.max(one, other),
                            Math.min(one, other),
                            one >= other ? angle : angle + 90,
                            Containment.ONE_SIGMA_PER_AXIS)
                    .covariance();
        }

        private double number(Table.Row row, int i) {
            return row.number(columns[i]);
        }
    }
}
