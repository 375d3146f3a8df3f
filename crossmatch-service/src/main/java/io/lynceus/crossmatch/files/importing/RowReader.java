package io.lynceus.crossmatch.files.importing;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.GalaxyDisc;
import io.lynceus.crossmatch.catalogue.Measurement;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.SkyPosition;
import io.lynceus.tables.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes catalogue entries of the rows of one table. Not thread-safe; rows come in the order of the table.
///
/// A cell that is blank, `NaN` or a stand-in for a missing number (as 1e20, or a magnitude of 99.99) is missing.
final class RowReader {
    /// Numbers this large or larger stand for a missing value. Source: choice; 1e20 and 1e30 are in use, and no
    /// quantity read here comes near in its unit.
    private static final double STAND_IN = 1e15;

    /// Magnitudes outside these stand for a missing value [mag]. Source: choice; the Sun has -26.7, the faintest
    /// object ever measured about 32, and -99, 99.99 and -999 are in use.
    private static final double BRIGHTEST_MAG = -30;

    private static final double FAINTEST_MAG = 40;

    /// Several positions given for one object must agree within this, or none of them can be trusted [arcsec].
    /// Source: choice; in the Open CV catalogue such positions are less than 4 arcsec apart, or unrelated.
    private static final double SAME_PLACE_ARCSEC = 10;

    private static final double DEG_PER_HOUR = 15;
    private static final double ARCSEC_PER_DEG = 3600;
    private static final double ARCSEC_PER_ARCMIN = 60;
    private static final double ARCSEC_PER_MAS = 1e-3;

    private static final int ABSENT = -1;

    private final CatalogueDescription description;
    private final int columnCount;
    /// Column of each key by its ordinal.
    private final int[] indices = new int[ColumnKey.values().length];
    private final Map<String, Integer> bands = new LinkedHashMap<>();
    private final ErrorEllipse defaultError;
    private final Optional<JulianEpoch> epochOfAll;
    private Optional<AngleFormat> raNotation = Optional.empty();
    private Optional<AngleFormat> decNotation = Optional.empty();

    /// @throws InvalidDescription where the table lacks a column that the description names
    RowReader(CatalogueDescription description, List<String> columns) {
        this.description = description;
        this.columnCount = columns.size();
        Arrays.fill(indices, ABSENT);
        description.columns().forEach((key, column) -> indices[key.ordinal()] = index(columns, column));
        description.magnitudes().forEach((band, column) -> bands.put(band, index(columns, column)));
        defaultError = ErrorEllipse.circle(description.defaultErrorArcsec(), Containment.ONE_SIGMA_PER_AXIS);
        epochOfAll = julian(description.epochYear());
    }

    /// Whether any row can be read without those before it: how text writes an angle is learned from the first.
    boolean readsAnyOrder(Table table) {
        return table.isNumeric(index(ColumnKey.RA)) && table.isNumeric(index(ColumnKey.DEC));
    }

    private int index(ColumnKey key) {
        return indices[key.ordinal()];
    }

    private boolean has(ColumnKey key) {
        return index(key) != ABSENT;
    }

    private int index(List<String> columns, String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new InvalidDescription(
                    description.file() + " has no column '" + column + "'; it has " + String.join(", ", columns));
        }
        return index;
    }

    /// Whether the description accepts the row's type.
    boolean accepts(Table.Row row) {
        for (Map.Entry<ColumnKey, Set<String>> accepted : description.accept().entrySet()) {
            if (!accepted.getValue().contains(cell(row, accepted.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /// The entry of a row.
    ///
    /// @throws IllegalArgumentException where the row cannot be used; says why
    CatalogueEntry entry(Table.Row row) {
        if (row.values().size() != columnCount) {
            throw new IllegalArgumentException(
                    "row has " + row.values().size() + " cells, the table " + columnCount + " columns");
        }
        String id = cell(row, ColumnKey.ID);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id is missing");
        }
        return new CatalogueEntry(
                id,
                has(ColumnKey.TYPE)
                        ? Optional.of(cell(row, ColumnKey.TYPE)).filter(type -> !type.isEmpty())
                        : Optional.empty(),
                position(row),
                error(row),
                epoch(row),
                motion(row),
                measurement(row, ColumnKey.PARALLAX_MAS, ColumnKey.PARALLAX_ERROR_MAS),
                magnitudes(row),
                disc(row));
    }

    private @Nullable Object value(Table.Row row, ColumnKey key) {
        int index = index(key);
        return index == ABSENT || index >= row.values().size()
                ? null
                : row.values().get(index);
    }

    private String cell(Table.Row row, ColumnKey key) {
        Object value = value(row, key);
        return value instanceof Number
                ? value.toString()
                : Table.Row.textOf(value).strip();
    }

    private SkyPosition position(Table.Row row) {
        if (value(row, ColumnKey.RA) instanceof Number ra && value(row, ColumnKey.DEC) instanceof Number dec) {
            if (Double.isNaN(ra.doubleValue()) || Double.isNaN(dec.doubleValue())) {
                throw new IllegalArgumentException("position is missing");
            }
            return new SkyPosition(ra.doubleValue(), dec.doubleValue());
        }
        String[] ras = cell(row, ColumnKey.RA).split(",");
        String[] decs = cell(row, ColumnKey.DEC).split(",");
        if (ras[0].isBlank() || decs[0].isBlank() || ras[0].equals("NaN") || decs[0].equals("NaN")) {
            throw new IllegalArgumentException("position is missing");
        }
        AngleFormat ra = raNotation.orElseGet(() -> AngleFormat.of(ras[0]));
        AngleFormat dec = decNotation.orElseGet(() -> AngleFormat.of(decs[0]));
        raNotation = Optional.of(ra);
        decNotation = Optional.of(dec);
        SkyPosition first = new SkyPosition(ra.degrees(ras[0], DEG_PER_HOUR), dec.degrees(decs[0], 1));
        for (String other : ras) {
            requireSamePlace(first, new SkyPosition(ra.degrees(other, DEG_PER_HOUR), first.decDeg()));
        }
        for (String other : decs) {
            requireSamePlace(first, new SkyPosition(first.raDeg(), dec.degrees(other, 1)));
        }
        return first;
    }

    private static void requireSamePlace(SkyPosition first, SkyPosition other) {
        double apart = first.separationArcsec(other);
        if (!(apart <= SAME_PLACE_ARCSEC)) {
            throw new IllegalArgumentException("several positions are given, " + Math.round(apart) + " arcsec apart");
        }
    }

    private ErrorEllipse error(Table.Row row) {
        Optional<ErrorEllipse> published = publishedError(row);
        published.ifPresent(error -> description.maxErrorArcsec().ifPresent(max -> {
            if (!(error.majorArcsec() <= max)) {
                throw new IllegalArgumentException(
                        "error is " + error.majorArcsec() + " arcsec, must be at most " + max + " arcsec");
            }
        }));
        return published.orElse(defaultError);
    }

    private Optional<ErrorEllipse> publishedError(Table.Row row) {
        double containment = description.errorContainment();
        OptionalDouble east = scaled(positive(row, ColumnKey.ERROR_RA_MAS), ARCSEC_PER_MAS);
        OptionalDouble north = scaled(positive(row, ColumnKey.ERROR_DEC_MAS), ARCSEC_PER_MAS);
        if (east.isPresent() && north.isPresent()) {
            double alongRa = east.getAsDouble();
            double alongDec = north.getAsDouble();
            return Optional.of(new ErrorEllipse(
                    Math.max(alongRa, alongDec),
                    Math.min(alongRa, alongDec),
                    alongRa > alongDec ? 90 : 0,
                    containment));
        }
        OptionalDouble major = positive(row, ColumnKey.ERROR_MAJOR_ARCSEC);
        if (major.isPresent()) {
            OptionalDouble minor = positive(row, ColumnKey.ERROR_MINOR_ARCSEC);
            OptionalDouble angle = number(row, ColumnKey.ERROR_ANGLE_DEG);
            if (minor.isEmpty() || angle.isEmpty()) {
                return Optional.of(ErrorEllipse.circle(major.getAsDouble(), containment));
            }
            boolean swapped = minor.getAsDouble() > major.getAsDouble();
            return Optional.of(new ErrorEllipse(
                    Math.max(major.getAsDouble(), minor.getAsDouble()),
                    Math.min(major.getAsDouble(), minor.getAsDouble()),
                    angle.getAsDouble() + (swapped ? 90 : 0),
                    containment));
        }
        OptionalDouble radius = positive(row, ColumnKey.ERROR_ARCSEC);
        OptionalDouble radiusOrDegrees =
                radius.isPresent() ? radius : scaled(positive(row, ColumnKey.ERROR_DEG), ARCSEC_PER_DEG);
        return radiusOrDegrees.isPresent()
                ? Optional.of(ErrorEllipse.circle(radiusOrDegrees.getAsDouble(), containment))
                : Optional.empty();
    }

    private Optional<JulianEpoch> epoch(Table.Row row) {
        return epochOfAll.isPresent() ? epochOfAll : julian(number(row, ColumnKey.EPOCH));
    }

    private static Optional<JulianEpoch> julian(OptionalDouble year) {
        return year.isPresent() ? Optional.of(new JulianEpoch(year.getAsDouble())) : Optional.empty();
    }

    private Optional<CatalogueMotion> motion(Table.Row row) {
        return measurement(row, ColumnKey.PMRA_MASYR, ColumnKey.PMRA_ERROR_MASYR)
                .flatMap(east -> measurement(row, ColumnKey.PMDEC_MASYR, ColumnKey.PMDEC_ERROR_MASYR)
                        .map(north -> new CatalogueMotion(east, north)));
    }

    private Optional<Measurement> measurement(Table.Row row, ColumnKey value, ColumnKey error) {
        OptionalDouble measured = number(row, value);
        return measured.isPresent()
                ? Optional.of(new Measurement(measured.getAsDouble(), positive(row, error)))
                : Optional.empty();
    }

    private Map<String, Double> magnitudes(Table.Row row) {
        if (bands.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> magnitudes = new LinkedHashMap<>();
        bands.forEach((band, index) -> number(band, row.values().get(index)).ifPresent(magnitude -> {
            if (magnitude > BRIGHTEST_MAG && magnitude < FAINTEST_MAG) {
                magnitudes.put(band, magnitude);
            }
        }));
        return magnitudes;
    }

    private Optional<GalaxyDisc> disc(Table.Row row) {
        OptionalDouble major = scaled(positive(row, ColumnKey.MAJOR_AXIS_ARCMIN), ARCSEC_PER_ARCMIN / 2);
        if (major.isEmpty()) {
            if (has(ColumnKey.MAJOR_AXIS_ARCMIN)) {
                throw new IllegalArgumentException("major axis of the galaxy is missing");
            }
            return Optional.empty();
        }
        OptionalDouble minor = scaled(positive(row, ColumnKey.MINOR_AXIS_ARCMIN), ARCSEC_PER_ARCMIN / 2);
        OptionalDouble angle = number(row, ColumnKey.POSITION_ANGLE_DEG);
        boolean circle = minor.isEmpty() || angle.isEmpty();
        return Optional.of(new GalaxyDisc(
                major.getAsDouble(),
                circle ? major.getAsDouble() : Math.min(minor.getAsDouble(), major.getAsDouble()),
                circle ? 0 : angle.getAsDouble(),
                number(row, ColumnKey.REDSHIFT),
                positive(row, ColumnKey.DISTANCE_MPC)));
    }

    private OptionalDouble positive(Table.Row row, ColumnKey key) {
        OptionalDouble value = number(row, key);
        return value.isPresent() && value.getAsDouble() > 0 ? value : OptionalDouble.empty();
    }

    private OptionalDouble number(Table.Row row, ColumnKey key) {
        return has(key) ? number(key.key(), value(row, key)) : OptionalDouble.empty();
    }

    private static OptionalDouble number(String name, @Nullable Object cell) {
        if (cell instanceof Number number) {
            return present(number.doubleValue());
        }
        String text = Table.Row.textOf(cell).strip();
        if (text.isEmpty() || text.equals("null") || text.equals("None") || text.equals("--")) {
            return OptionalDouble.empty();
        }
        try {
            return present(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + text + "', must be a number", e);
        }
    }

    private static OptionalDouble present(double value) {
        return Math.abs(value) < STAND_IN ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }
}
