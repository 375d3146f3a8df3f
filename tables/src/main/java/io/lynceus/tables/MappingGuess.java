package io.lynceus.tables;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.tables.Table.Column;
import io.lynceus.tables.TableMapping.BandColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The probable meaning of a table's columns, from their names, units, UCDs and descriptions; a user corrects it.
/// Missing information is left open rather than made up: an energy band without energies is no band.
///
/// @param columns name of the column by quantity, as in [TableMapping]
/// @param factors by name of a column, factor from its unit to the required one
/// @param bands by name
/// @param missing information that the user must still give
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappingGuess(
        String title,
        Map<String, String> columns,
        Map<String, String> defaults,
        Map<String, Double> factors,
        Set<String> complements,
        Map<String, BandColumns> bands,
        @JsonIgnore List<String> missing) {
    private static final Pattern ENERGIES =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:-|–|to)\\s*(\\d+(?:\\.\\d+)?)\\s*keV", Pattern.CASE_INSENSITIVE);

    /// Factor from a flux to erg cm⁻² s⁻¹, by its unit without blanks, dots, carets and signs. 1 mW m⁻² is 1 erg cm⁻²
    /// s⁻¹.
    private static final Map<String, Double> FLUX_UNITS = Map.of(
            "erg/cm2/s", 1.0,
            "erg/s/cm2", 1.0,
            "ergcm2s1", 1.0,
            "ergs1cm2", 1.0,
            "erg/(cm2s)", 1.0,
            "erg/(scm2)", 1.0,
            "mw/m2", 1.0,
            "mwm2", 1.0,
            "w/m2", 1000.0,
            "wm2", 1000.0);

    private static final Map<String, Double> ANGLE_UNITS =
            Map.of("arcsec", 1.0, "arcmin", 60.0, "deg", 3600.0, "mas", 1e-3);

    private static final Map<String, Set<String>> NAMES = Map.of(
            "id", Set.of("id", "detid", "srcid", "name", "iauname", "sourceid", "sourcename", "designation", "srcname"),
            "ra_deg", Set.of("ra", "radeg", "raj2000", "raicrs", "alpha", "rightascension"),
            "dec_deg", Set.of("dec", "decl", "decdeg", "dej2000", "decj2000", "deicrs", "delta", "declination"),
            "error_major_arcsec",
                    Set.of(
                            "poserr",
                            "poserror",
                            "radecerr",
                            "err90",
                            "err95",
                            "errorradius",
                            "epos",
                            "errellipser0",
                            "r90"),
            "mission", Set.of("mission", "observatory", "telescope"),
            "start_mjd", Set.of("mjd", "mjdstart", "mjdobs"),
            "signal_to_noise", Set.of("snr", "sn", "signaltonoise", "significance"));

    private static final Map<String, List<String>> UCDS = Map.of(
            "id", List.of("meta.id;meta.main", "ID_MAIN"),
            "ra_deg", List.of("pos.eq.ra;meta.main", "POS_EQ_RA_MAIN", "pos.eq.ra"),
            "dec_deg", List.of("pos.eq.dec;meta.main", "POS_EQ_DEC_MAIN", "pos.eq.dec"),
            "error_major_arcsec",
                    List.of("stat.error;pos.eq", "stat.error;pos", "phys.angSize.smajAxis;pos.errorEllipse"));

    private static final List<String> NEEDED = List.of("id", "mission", "ra_deg", "dec_deg", "error_major_arcsec");

    /// The shipped mapping that fits, or else a guess from the columns.
    public static MappingGuess of(List<Column> columns) {
        Optional<TableMapping> shipped =
                TableMapping.detect(columns.stream().map(Column::name).toList());
        return shipped.map(MappingGuess::of).orElseGet(() -> guess(columns));
    }

    /// The guess that a complete mapping amounts to.
    public static MappingGuess of(TableMapping mapping) {
        return new MappingGuess(
                mapping.title(),
                mapping.columns(),
                mapping.defaults(),
                mapping.factors(),
                mapping.complements(),
                mapping.bands(),
                List.of());
    }

    /// The guess as a mapping.
    ///
    /// @throws IllegalArgumentException if something is missing
    public TableMapping mapping() {
        return new TableMapping(title, columns, defaults, factors, complements, bands, null, Map.of());
    }

    private static MappingGuess guess(List<Column> columns) {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, Double> factors = new LinkedHashMap<>();
        for (String quantity : new TreeSet<>(NAMES.keySet())) {
            byUcd(quantity, columns).or(() -> byName(quantity, columns)).ifPresent(column -> {
                found.put(quantity, column.name());
                if (quantity.endsWith("_arcsec") && ANGLE_UNITS.getOrDefault(plain(column.unit()), 1.0) != 1) {
                    factors.put(column.name(), ANGLE_UNITS.get(plain(column.unit())));
                }
            });
        }
        Map<String, BandColumns> bands = new LinkedHashMap<>();
        for (Column column : columns) {
            Double factor = FLUX_UNITS.get(plain(column.unit()));
            Matcher energies = ENERGIES.matcher(column.description());
            if (factor != null && !isError(column) && energies.find()) {
                Optional<Column> error = columns.stream()
                        .filter(other -> isErrorOf(other, column))
                        .findFirst();
                bands.put(column.name(), band(energies, column, error));
                Stream.concat(Stream.of(column), error.stream())
                        .filter(_ -> factor != 1)
                        .forEach(scaled -> factors.put(scaled.name(), factor));
            }
        }
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeAll(found.keySet());
        if (bands.isEmpty()) {
            missing.add("bands");
        }
        return new MappingGuess("guessed from the columns", found, Map.of(), factors, Set.of(), bands, missing);
    }

    private static BandColumns band(Matcher energies, Column flux, Optional<Column> error) {
        @Nullable String errorName = error.map(Column::name).orElse(null);
        return new BandColumns(
                Double.parseDouble(energies.group(1)),
                Double.parseDouble(energies.group(2)),
                flux.name(),
                errorName,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Optional<Column> byUcd(String quantity, List<Column> columns) {
        return UCDS.getOrDefault(quantity, List.of()).stream()
                .flatMap(ucd -> columns.stream().filter(column -> ucd.equalsIgnoreCase(column.ucd())))
                .findFirst();
    }

    private static Optional<Column> byName(String quantity, List<Column> columns) {
        Set<String> names = NAMES.getOrDefault(quantity, Set.of());
        return columns.stream()
                .filter(column -> names.contains(letters(column.name())))
                .findFirst();
    }

    private static boolean isError(Column column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        return column.ucd().toLowerCase(Locale.ROOT).startsWith("stat.error")
                || name.startsWith("e_")
                || name.startsWith("err")
                || name.matches(".*_(err|error|pos|neg)");
    }

    private static boolean isErrorOf(Column error, Column flux) {
        String name = letters(flux.name());
        return Set.of("e" + name, name + "err", name + "error", "err" + name, "error" + name)
                .contains(letters(error.name()));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String plain(String unit) {
        return unit.toLowerCase(Locale.ROOT).replaceAll("[\\s.^*\\-]|\\*\\*", "");
    }
}
