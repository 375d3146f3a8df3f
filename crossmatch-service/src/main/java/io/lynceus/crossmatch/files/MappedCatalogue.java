package io.lynceus.crossmatch.files;

import static io.lynceus.crossmatch.files.ColumnLayout.DOUBLE;
import static io.lynceus.crossmatch.files.ColumnLayout.FLOAT;
import static io.lynceus.crossmatch.files.ColumnLayout.INT;
import static io.lynceus.crossmatch.files.ColumnLayout.LONG;

import io.lynceus.crossmatch.CatalogueEntry;
import io.lynceus.crossmatch.CatalogueMotion;
import io.lynceus.crossmatch.CatalogueProfile;
import io.lynceus.crossmatch.CatalogueVersion;
import io.lynceus.crossmatch.GalaxyDisc;
import io.lynceus.crossmatch.Measurement;
import io.lynceus.crossmatch.ReferenceCatalogue;
import io.lynceus.sky.CellRange;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A catalogue searched in its memory-mapped columns.
///
/// A cone becomes runs of cells at an order whose cells are about as wide as its radius, each run a binary search away
/// in the sorted cells of order 29; every row of a run is then measured. Usable until the arena it was opened in
/// closes.
final class MappedCatalogue implements ReferenceCatalogue {
    /// Half of a cell's diagonal at order 0 [arcsec], halved with every order. Source: see [Healpix#cone].
    private static final double CELL_RADIUS_ARCSEC = 220_496;

    /// Above any rounding of a float: what is refused with it need not be read as a decimal, which takes longer.
    private static final double NEARLY = 1 + 1e-6;

    /// By definition of the degree.
    private static final double HALF_TURN_ARCSEC = 648_000;

    private final CatalogueProfile profile;
    private final CatalogueVersion version;
    private final ColumnFile file;
    private final MemorySegment cells;
    private final MemorySegment ras;
    private final MemorySegment decs;
    private final MemorySegment ids;
    private final MemorySegment sigmaMajors;
    private final MemorySegment sigmaMinors;
    private final MemorySegment errorAngles;

    MappedCatalogue(CatalogueProfile profile, CatalogueVersion version, ColumnFile file) throws IOException {
        this.profile = profile;
        this.version = version;
        this.file = file;
        cells = file.required(CatalogueColumns.CELL);
        ras = file.required(CatalogueColumns.RA);
        decs = file.required(CatalogueColumns.DEC);
        ids = file.required(CatalogueColumns.ID);
        sigmaMajors = file.required(CatalogueColumns.ERROR_MAJOR);
        sigmaMinors = file.required(CatalogueColumns.ERROR_MINOR);
        errorAngles = file.required(CatalogueColumns.ERROR_ANGLE);
    }

    @Override
    public CatalogueProfile profile() {
        return profile;
    }

    @Override
    public CatalogueVersion version() {
        return version;
    }

    /// Whether a row at this separation [arcsec] is wanted.
    @FunctionalInterface
    private interface Wanted {
        boolean test(int row, double separationArcsec);
    }

    @Override
    public List<CatalogueEntry> entriesWithin(SkyPosition center, double radiusArcsec) {
        return search(center, radiusArcsec, (_, separation) -> separation <= radiusArcsec);
    }

    @Override
    public List<CatalogueEntry> galaxiesReaching(SkyPosition position, double scale) {
        MemorySegment majors = file.columns().get(CatalogueColumns.DISC_MAJOR);
        return majors == null
                ? List.of()
                : search(
                        position,
                        Math.min(HALF_TURN_ARCSEC, scale * profile.statistics().maxDiscArcsec()),
                        (row, separation) -> separation <= scale * NEARLY * majors.getAtIndex(FLOAT, row)
                                && separation <= scale * number(majors, row));
    }

    private List<CatalogueEntry> search(SkyPosition center, double radiusArcsec, Wanted wanted) {
        int order = orderFor(radiusArcsec);
        int shift = 2 * (Healpix.ORDER_MAX - order);
        List<CatalogueEntry> found = new ArrayList<>();
        for (CellRange range : Healpix.cone(order, center, radiusArcsec).ranges()) {
            long end = range.to() << shift;
            for (int row = firstRowFrom(range.from() << shift); row < file.rows() && cell(row) < end; row++) {
                SkyPosition position = new SkyPosition(ras.getAtIndex(DOUBLE, row), decs.getAtIndex(DOUBLE, row));
                if (wanted.test(row, center.separationArcsec(position))) {
                    found.add(entry(row, position));
                }
            }
        }
        return found;
    }

    private static int orderFor(double radiusArcsec) {
        int order = Math.getExponent(CELL_RADIUS_ARCSEC / Math.max(radiusArcsec, Double.MIN_NORMAL));
        return Math.clamp(order, 0, Healpix.ORDER_MAX);
    }

    private long cell(int row) {
        return cells.getAtIndex(LONG, row);
    }

    private int firstRowFrom(long cell) {
        int low = 0;
        int high = file.rows();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cell(middle) < cell) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private CatalogueEntry entry(int row, SkyPosition position) {
        return new CatalogueEntry(
                text(ids, row),
                file.column(CatalogueColumns.TYPE)
                        .map(types -> text(types, row))
                        .filter(type -> !type.isEmpty()),
                position,
                new ErrorEllipse(
                        sigmaMajors.getAtIndex(FLOAT, row),
                        sigmaMinors.getAtIndex(FLOAT, row),
                        errorAngles.getAtIndex(FLOAT, row),
                        Containment.ONE_SIGMA_PER_AXIS),
                boxed(value(CatalogueColumns.EPOCH, row)).map(JulianEpoch::new),
                motion(row),
                boxed(value(CatalogueColumns.PARALLAX, row))
                        .map(parallax -> new Measurement(parallax, value(CatalogueColumns.PARALLAX_ERROR, row))),
                magnitudes(row),
                disc(row));
    }

    private Optional<CatalogueMotion> motion(int row) {
        OptionalDouble east = value(CatalogueColumns.PMRA, row);
        OptionalDouble north = value(CatalogueColumns.PMDEC, row);
        return east.isPresent() && north.isPresent()
                ? Optional.of(new CatalogueMotion(
                        new Measurement(east.getAsDouble(), value(CatalogueColumns.PMRA_ERROR, row)),
                        new Measurement(north.getAsDouble(), value(CatalogueColumns.PMDEC_ERROR, row))))
                : Optional.empty();
    }

    private Optional<GalaxyDisc> disc(int row) {
        OptionalDouble major = value(CatalogueColumns.DISC_MAJOR, row);
        return major.isEmpty()
                ? Optional.empty()
                : Optional.of(new GalaxyDisc(
                        major.getAsDouble(),
                        value(CatalogueColumns.DISC_MINOR, row).orElseThrow(),
                        value(CatalogueColumns.DISC_ANGLE, row).orElseThrow(),
                        value(CatalogueColumns.REDSHIFT, row),
                        value(CatalogueColumns.DISTANCE, row)));
    }

    private Map<String, Double> magnitudes(int row) {
        Map<String, Double> magnitudes = new LinkedHashMap<>();
        for (String band : profile.bands()) {
            value(CatalogueColumns.MAGNITUDE_PREFIX + band, row)
                    .ifPresent(magnitude -> magnitudes.put(band, magnitude));
        }
        return magnitudes;
    }

    private OptionalDouble value(String column, int row) {
        MemorySegment values = file.columns().get(column);
        if (values == null) {
            return OptionalDouble.empty();
        }
        double value = number(values, row);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// A float as the shortest decimal that rounds to it, 18.494 and not 18.493999481; NaN where there is none.
    private static double number(MemorySegment values, int row) {
        float value = values.getAtIndex(FLOAT, row);
        return Float.isNaN(value) ? Double.NaN : Double.parseDouble(Float.toString(value));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private String text(MemorySegment texts, int row) {
        int from = texts.getAtIndex(INT, row);
        int length = texts.getAtIndex(INT, row + 1L) - from;
        return new String(
                texts.asSlice(4L * (file.rows() + 1L) + from, length).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }
}
