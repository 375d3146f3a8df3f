package io.lynceus.crossmatch.files;

import io.lynceus.crossmatch.CatalogueEntry;
import io.lynceus.crossmatch.GalaxyDisc;
import io.lynceus.crossmatch.Measurement;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.JulianEpoch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Names of a catalogue's columns, and how its entries become columns.
///
/// Positions are doubles; errors, epochs, motions, magnitudes and shapes are floats, good to 6e-8 of their value, far
/// below the digits that catalogues publish.
final class CatalogueColumns {
    static final String CELL = "healpix29";
    static final String RA = "ra_deg";
    static final String DEC = "dec_deg";
    static final String ID = "id";
    static final String TYPE = "type";
    static final String ERROR_MAJOR = "sigma_major_arcsec";
    static final String ERROR_MINOR = "sigma_minor_arcsec";
    static final String ERROR_ANGLE = "error_angle_deg";
    static final String EPOCH = "epoch_year";
    static final String PMRA = "pmra_masyr";
    static final String PMRA_ERROR = "pmra_error_masyr";
    static final String PMDEC = "pmdec_masyr";
    static final String PMDEC_ERROR = "pmdec_error_masyr";
    static final String PARALLAX = "parallax_mas";
    static final String PARALLAX_ERROR = "parallax_error_mas";
    static final String DISC_MAJOR = "semi_major_arcsec";
    static final String DISC_MINOR = "semi_minor_arcsec";
    static final String DISC_ANGLE = "disc_angle_deg";
    static final String REDSHIFT = "redshift";
    static final String DISTANCE = "distance_mpc";

    /// Before the name of a band, so that no band can be taken for another column.
    static final String MAGNITUDE_PREFIX = "mag:";

    /// An entry with its cell, so that the cell is computed once.
    private record Placed(long cell, CatalogueEntry entry) {}

    private CatalogueColumns() {}

    /// The columns of these entries, sorted by cell and, within one, by id.
    static List<Column> of(List<CatalogueEntry> entries, List<String> bands) {
        List<Placed> placed = entries.stream()
                .map(entry -> new Placed(Healpix.cell(Healpix.ORDER_MAX, entry.position()), entry))
                .sorted(Comparator.comparingLong(Placed::cell)
                        .thenComparing(row -> row.entry().id()))
                .toList();
        List<CatalogueEntry> sorted = placed.stream().map(Placed::entry).toList();
        List<Column> columns = new ArrayList<>();
        columns.add(
                new Column.Longs(CELL, placed.stream().mapToLong(Placed::cell).toArray()));
        columns.add(doubles(RA, sorted, entry -> entry.position().raDeg()));
        columns.add(doubles(DEC, sorted, entry -> entry.position().decDeg()));
        columns.add(Column.Texts.of(ID, sorted.stream().map(CatalogueEntry::id).toList()));
        List<ErrorEllipse> errors = sorted.stream()
                .map(entry -> entry.error().covariance().ellipse(Containment.ONE_SIGMA_PER_AXIS))
                .toList();
        columns.add(floats(ERROR_MAJOR, errors, error -> OptionalDouble.of(error.majorArcsec())));
        columns.add(floats(ERROR_MINOR, errors, error -> OptionalDouble.of(error.minorArcsec())));
        columns.add(floats(ERROR_ANGLE, errors, error -> OptionalDouble.of(error.angleDeg())));
        Stream.of(
                        Column.Texts.of(
                                TYPE,
                                sorted.stream()
                                        .map(entry -> entry.type().orElse(""))
                                        .toList()),
                        floats(EPOCH, sorted, entry -> present(entry.epoch(), JulianEpoch::year)),
                        floats(
                                PMRA,
                                sorted,
                                entry -> present(
                                        entry.motion(), motion -> motion.east().value())),
                        floats(
                                PMRA_ERROR,
                                sorted,
                                entry -> flat(
                                        entry.motion(), motion -> motion.east().error())),
                        floats(
                                PMDEC,
                                sorted,
                                entry -> present(
                                        entry.motion(), motion -> motion.north().value())),
                        floats(
                                PMDEC_ERROR,
                                sorted,
                                entry -> flat(
                                        entry.motion(), motion -> motion.north().error())),
                        floats(PARALLAX, sorted, entry -> present(entry.parallax(), Measurement::value)),
                        floats(PARALLAX_ERROR, sorted, entry -> flat(entry.parallax(), Measurement::error)),
                        floats(DISC_MAJOR, sorted, entry -> present(entry.disc(), GalaxyDisc::semiMajorArcsec)),
                        floats(DISC_MINOR, sorted, entry -> present(entry.disc(), GalaxyDisc::semiMinorArcsec)),
                        floats(DISC_ANGLE, sorted, entry -> present(entry.disc(), GalaxyDisc::angleDeg)),
                        floats(REDSHIFT, sorted, entry -> flat(entry.disc(), GalaxyDisc::redshift)),
                        floats(DISTANCE, sorted, entry -> flat(entry.disc(), GalaxyDisc::distanceMpc)))
                .filter(column -> !column.empty())
                .forEach(columns::add);
        for (String band : bands) {
            columns.add(floats(MAGNITUDE_PREFIX + band, sorted, entry -> {
                Double magnitude = entry.magnitudes().get(band);
                return magnitude == null ? OptionalDouble.empty() : OptionalDouble.of(magnitude);
            }));
        }
        return columns;
    }

    private static <T> OptionalDouble present(Optional<T> part, ToDoubleFunction<T> value) {
        return part.isPresent() ? OptionalDouble.of(value.applyAsDouble(part.get())) : OptionalDouble.empty();
    }

    private static <T> OptionalDouble flat(Optional<T> part, Function<T, OptionalDouble> value) {
        return part.map(value).orElse(OptionalDouble.empty());
    }

    private static Column doubles(String name, List<CatalogueEntry> entries, ToDoubleFunction<CatalogueEntry> value) {
        return new Column.Doubles(name, entries.stream().mapToDouble(value).toArray());
    }

    private static <T> Column floats(String name, List<T> rows, Function<T, OptionalDouble> value) {
        float[] floats = new float[rows.size()];
        for (int row = 0; row < floats.length; row++) {
            floats[row] = (float) value.apply(rows.get(row)).orElse(Double.NaN);
        }
        return new Column.Floats(name, floats);
    }
}
