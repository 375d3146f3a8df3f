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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Positions of a table with their errors, to be searched by declination.
///
/// @param name of the table: that of its file, in upper case
/// @param rows in the order of the file
/// @param areaSqDeg sky the table covers [deg^2]
/// @param strip the rows by declination
record PositionTable(String name, List<Row> rows, double areaSqDeg, Strip strip) {
    private static final double DEG_PER_ARCSEC = 1.0 / 3600;

    /// Above any rounding of a chord.
    private static final double NEARLY = 1 + 1e-6;

    /// Rows sorted by declination, with their unit vectors. The arrays are not to be altered.
    ///
    /// @param numbers of the rows
    /// @param decsDeg declinations [deg]
    /// @param vectors `double[3 * rows]`, row-major
    record Strip(int[] numbers, double[] decsDeg, double[] vectors) {
        static Strip of(List<Row> rows) {
            int[] numbers = IntStream.range(0, rows.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            i -> rows.get(i).position().decDeg()))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] decsDeg = new double[numbers.length];
            double[] vectors = new double[3 * numbers.length];
            for (int at = 0; at < numbers.length; at++) {
                SkyPosition position = rows.get(numbers[at]).position();
                decsDeg[at] = position.decDeg();
                System.arraycopy(vector(position), 0, vectors, 3 * at, 3);
            }
            return new Strip(numbers, decsDeg, vectors);
        }

        private static double[] vector(SkyPosition position) {
            double ra = Math.toRadians(position.raDeg());
            double dec = Math.toRadians(position.decDeg());
            return new double[] {Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)};
        }

        /// Numbers of the rows within a radius [arcsec], ascending, and of some hardly farther away.
        int[] near(SkyPosition position, double radiusArcsec) {
            double[] center = vector(position);
            double chord = 2 * Math.sin(Math.toRadians(radiusArcsec * DEG_PER_ARCSEC) / 2) * NEARLY;
            double highest = position.decDeg() + radiusArcsec * DEG_PER_ARCSEC * NEARLY;
            int from = Arrays.binarySearch(decsDeg, position.decDeg() - radiusArcsec * DEG_PER_ARCSEC * NEARLY);
            int at = from >= 0 ? from : -from - 1;
            while (at > 0 && from >= 0 && decsDeg[at - 1] == decsDeg[at]) {
                at--;
            }
            int[] near = new int[4];
            int count = 0;
            for (; at < decsDeg.length && decsDeg[at] <= highest; at++) {
                double x = vectors[3 * at] - center[0];
                double y = vectors[3 * at + 1] - center[1];
                double z = vectors[3 * at + 2] - center[2];
                if (x * x + y * y + z * z <= chord * chord) {
                    near = count == near.length ? Arrays.copyOf(near, 2 * count) : near;
                    near[count++] = numbers[at];
                }
            }
            near = Arrays.copyOf(near, count);
            Arrays.sort(near);
            return near;
        }
    }

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
            String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            return new PositionTable(name.toUpperCase(Locale.ROOT), rows, areaSqDeg, Strip.of(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    Population population() {
        return new Population(rows.size(), areaSqDeg);
    }

    /// Rows closer to a position than this [arcsec], in the order of the file.
    List<Integer> near(SkyPosition position, double radiusArcsec) {
        List<Integer> near = new ArrayList<>();
        for (int row : strip.near(position, radiusArcsec)) {
            if (position.separationArcsec(rows.get(row).position()) < radiusArcsec) {
                near.add(row);
            }
        }
        return near;
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
