package io.lynceus.standalone.match;

import io.lynceus.crossmatch.files.importing.Table;
import io.lynceus.crossmatch.match.Population;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Positions of a table with their errors, to be searched by declination.
///
/// @param name of the table: that of its file, in upper case
/// @param rows in the order of the file
/// @param byDeclination numbers of the rows, sorted
/// @param areaSqDeg sky the table covers [deg^2]
record PositionTable(String name, List<Row> rows, List<Integer> byDeclination, double areaSqDeg) {
    private static final double DEG_PER_ARCSEC = 1.0 / 3600;

    /// @param covariance of the position [arcsec^2]
    record Row(String id, SkyPosition position, PositionCovariance covariance) {}

    /// Reads the columns ID, RA and DEC [deg], or the first whose names begin so, and the errors.
    ///
    /// @param errors a number, per axis [arcsec]; or columns of that, `:SIGMA`, `:SIGMA_RA:SIGMA_DEC` or
    ///     `:MAJOR:MINOR:ANGLE`, the angle from north through east [deg]
    static PositionTable read(Path file, String errors, double areaSqDeg) {
        try (Table table = Table.open(file, Optional.empty())) {
            List<String> columns = table.columns();
            int id = column(file, columns, "ID");
            int ra = column(file, columns, "RA");
            int dec = column(file, columns, "DEC");
            ErrorColumns error = ErrorColumns.of(file, columns, errors);
            List<Row> rows = new ArrayList<>();
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                List<String> cells = row.get().cells();
                try {
                    rows.add(new Row(
                            cells.get(id),
                            new SkyPosition(Double.parseDouble(cells.get(ra)), Double.parseDouble(cells.get(dec))),
                            error.covariance(cells)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            file + ", row at line " + row.get().line() + ": " + e.getMessage(), e);
                }
            }
            List<Integer> sorted = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                sorted.add(i);
            }
            sorted.sort(Comparator.comparingDouble(i -> rows.get(i).position().decDeg()));
            String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            return new PositionTable(name.toUpperCase(Locale.ROOT), rows, sorted, areaSqDeg);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    Population population() {
        return new Population(rows.size(), areaSqDeg);
    }

    /// Rows closer to a position than this [arcsec], in the order of the file.
    List<Integer> near(SkyPosition position, double radiusArcsec) {
        double highest = position.decDeg() + radiusArcsec * DEG_PER_ARCSEC;
        List<Integer> near = new ArrayList<>();
        for (int at = firstFrom(position.decDeg() - radiusArcsec * DEG_PER_ARCSEC); at < byDeclination.size(); at++) {
            int row = byDeclination.get(at);
            if (rows.get(row).position().decDeg() > highest) {
                break;
            }
            if (position.separationArcsec(rows.get(row).position()) < radiusArcsec) {
                near.add(row);
            }
        }
        near.sort(Comparator.naturalOrder());
        return near;
    }

    private int firstFrom(double decDeg) {
        int low = 0;
        int high = byDeclination.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(byDeclination.get(middle)).position().decDeg() < decDeg) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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

        PositionCovariance covariance(List<String> cells) {
            return switch (columns.length) {
                case 0 -> PositionCovariance.isotropic(fixed);
                case 1 -> PositionCovariance.isotropic(number(cells, 0));
                case 2 -> PositionCovariance.diagonal(number(cells, 0), number(cells, 1));
                default -> ellipse(number(cells, 0), number(cells, 1), number(cells, 2));
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

        private double number(List<String> cells, int i) {
            return Double.parseDouble(cells.get(columns[i]));
        }
    }
}
