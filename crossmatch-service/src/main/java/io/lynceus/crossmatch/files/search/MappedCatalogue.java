package io.lynceus.crossmatch.files.search;

import static io.lynceus.crossmatch.files.columns.ColumnLayout.FLOAT;
import static io.lynceus.crossmatch.files.columns.ColumnLayout.LONG;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.GalaxyDisc;
import io.lynceus.crossmatch.catalogue.Measurement;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.files.columns.CatalogueColumns;
import io.lynceus.crossmatch.files.columns.ColumnFile;
import io.lynceus.crossmatch.files.columns.ColumnLayout;
import io.lynceus.crossmatch.files.columns.Decimal;
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

/// A catalogue in memory-mapped columns. Its [SkyIndex] finds the rows near a position; their separations are then
/// measured. Usable until the arena it was opened in closes.
public final class MappedCatalogue implements ReferenceCatalogue {
    /// Above any rounding of a position, and of a declination in degrees against one in arcseconds.
    private static final double NEARLY = 1 + 1e-6;

    private static final double DEG_PER_ARCSEC = 1.0 / 3600;

    /// By definition of the degree.
    private static final double HALF_TURN_ARCSEC = 648_000;

    /// HEALPix order of the cells (0.9 deg wide) in which a catalogue of counterparts has rows where it looked at
    /// the sky. Source: choice; of a catalogue of one row per square degree 0.05% would be taken for not looked at.
    private static final int COVERAGE_ORDER = 6;

    private final CatalogueProfile profile;
    private final CatalogueVersion version;
    private final ColumnFile file;
    private final SkyIndex index;
    private final List<String> measures;
    private final MemorySegment ids;
    private final MemorySegment idOffsets;
    private final MemorySegment sigmaMajors;
    private final MemorySegment sigmaMinors;
    private final MemorySegment errorAngles;

    public MappedCatalogue(CatalogueProfile profile, CatalogueVersion version, ColumnFile file) throws IOException {
        this.profile = profile;
        this.version = version;
        this.file = file;
        index = SkyIndex.of(file);
        measures = measures(profile, file);
        ids = file.required(CatalogueColumns.ID);
        idOffsets = file.required(CatalogueColumns.ID + ColumnLayout.OFFSETS);
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

    public SkyIndex index() {
        return index;
    }

    /// Names of its columns, sorted.
    public List<String> columns() {
        return file.columns().keySet().stream()
                .filter(name -> !name.endsWith(ColumnLayout.OFFSETS))
                .sorted()
                .toList();
    }

    String id(int row) {
        return text(ids, idOffsets, row);
    }

    int idBytes(int row) {
        return (int) (idOffsets.getAtIndex(LONG, row + 1L) - idOffsets.getAtIndex(LONG, row));
    }

    /// Error of a row's position.
    ErrorEllipse error(int row) {
        return new ErrorEllipse(
                sigmaMajors.getAtIndex(FLOAT, row),
                sigmaMinors.getAtIndex(FLOAT, row),
                errorAngles.getAtIndex(FLOAT, row),
                Containment.ONE_SIGMA_PER_AXIS);
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
                        (row, separation) -> separation <= scale * number(majors, row));
    }

    @Override
    public double densityPerSqDeg(SkyPosition position) {
        return density(Healpix.cell(Healpix.ORDER_MAX, position), SkyIndex.Density.NOWHERE)
                .perSqDeg();
    }

    /// The same around a cell of order 29, and how far it reaches; one found before shortens the search.
    SkyIndex.Density density(long cell, SkyIndex.Density former) {
        return profile.complete()
                ? index.density(cell, profile.densityPerSqDeg(), former)
                : SkyIndex.Density.declared(profile.densityPerSqDeg());
    }

    @Override
    public List<String> measuresAt(SkyPosition position) {
        return switch (profile.role()) {
            case CatalogueRole.Counterparts _ -> index.reaches(COVERAGE_ORDER, position) ? measures : List.of();
            case CatalogueRole.Galaxies _ -> List.of(HOST_GALAXY);
            case CatalogueRole.KnownClass _ -> List.of();
        };
    }

    private static List<String> measures(CatalogueProfile profile, ColumnFile file) {
        List<String> measures = new ArrayList<>(profile.bands());
        if (file.columns().containsKey(CatalogueColumns.PARALLAX)) {
            measures.add(PARALLAX);
        }
        if (file.columns().containsKey(CatalogueColumns.PMRA)) {
            measures.add(PROPER_MOTION);
        }
        return List.copyOf(measures);
    }

    private List<CatalogueEntry> search(SkyPosition center, double radiusArcsec, Wanted wanted) {
        List<CatalogueEntry> found = new ArrayList<>();
        double furthestDeg = radiusArcsec * DEG_PER_ARCSEC * NEARLY;
        index.around(center, radiusArcsec, row -> {
            if (Math.abs(index.decDeg(row) - center.decDeg()) <= furthestDeg) {
                SkyPosition position = index.position(row);
                if (wanted.test(row, center.separationArcsec(position))) {
                    found.add(entry(row, position));
                }
            }
        });
        return found;
    }

    private CatalogueEntry entry(int row, SkyPosition position) {
        return new CatalogueEntry(
                id(row),
                type(row),
                position,
                error(row),
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

    private static double number(MemorySegment values, int row) {
        return Decimal.of(values.getAtIndex(FLOAT, row));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private Optional<String> type(int row) {
        MemorySegment types = file.columns().get(CatalogueColumns.TYPE);
        MemorySegment offsets = file.columns().get(CatalogueColumns.TYPE + ColumnLayout.OFFSETS);
        return types == null || offsets == null
                ? Optional.empty()
                : Optional.of(text(types, offsets, row)).filter(type -> !type.isEmpty());
    }

    private static String text(MemorySegment bytes, MemorySegment offsets, int row) {
        long from = offsets.getAtIndex(LONG, row);
        return new String(
                bytes.asSlice(from, offsets.getAtIndex(LONG, row + 1L) - from).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }
}
