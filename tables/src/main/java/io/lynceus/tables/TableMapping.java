package io.lynceus.tables;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The meaning of a table's columns: a YAML document. `mappings/csc2.yaml` among the resources explains the format.
///
/// @param title name of the table for people
/// @param columns name of the table's column by the quantity it holds, one of [#QUANTITIES], in that quantity's unit
/// @param defaults value of a quantity where the table has no column for it or the cell is blank
/// @param factors by name of a column, factor from its numbers to the required unit: 1e-12 for fluxes in 1e-12 erg
///     cm^-2 s^-1
/// @param complements columns of probabilities that count from the other end: one less the number is taken
/// @param bands by name
/// @param sourceClass column of the class, of a training sample only
/// @param counterparts by catalogue, of a training sample only
@JsonNaming(SnakeCaseStrategy.class)
public record TableMapping(
        String title,
        Map<String, String> columns,
        Map<String, String> defaults,
        Map<String, Double> factors,
        Set<String> complements,
        Map<String, BandColumns> bands,
        @JsonProperty("class") @Nullable String sourceClass,
        Map<String, CounterpartColumns> counterparts) {
    /// Quantities other than fluxes that a column can hold, as named in a detection; `start_mjd` is a modified Julian
    /// date [d].
    public static final Set<String> QUANTITIES = Set.of(
            "id",
            "source_name",
            "mission",
            "instrument",
            "start",
            "start_mjd",
            "ra_deg",
            "dec_deg",
            "error_major_arcsec",
            "error_minor_arcsec",
            "error_angle_deg",
            "error_containment",
            "signal_to_noise",
            "intra_observation_variability",
            "inter_observation_variability",
            "photon_index",
            "photon_index_error");

    private static final Set<String> NEEDED = Set.of("id", "mission", "ra_deg", "dec_deg", "error_major_arcsec");

    private static final List<String> SHIPPED =
            List.of("csc2", "csc2-training", "csc2-master", "4xmm", "2sxps", "erass1");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// The columns of one energy band [keV].
    ///
    /// @param fluxCgs column of the energy flux [erg cm^-2 s^-1]
    /// @param fluxErrorCgs column of its 1 sigma error
    /// @param fluxErrorPlusCgs column of the error upwards, where there are two; their mean is taken
    /// @param fluxErrorMinusCgs column of the error downwards, with or without its sign
    /// @param fluxLowCgs column of the lower 68% bound, where there are bounds; half their distance is taken
    /// @param fluxHighCgs column of the upper bound
    /// @param upperLimitCgs column of an upper limit, which counts where there is no flux
    /// @param upperLimitConfidence of those limits, in (0, 1)
    @JsonNaming(SnakeCaseStrategy.class)
    public record BandColumns(
            @JsonProperty(required = true) double lowKev,
            @JsonProperty(required = true) double highKev,
            @Nullable String fluxCgs,
            @Nullable String fluxErrorCgs,
            @Nullable String fluxErrorPlusCgs,
            @Nullable String fluxErrorMinusCgs,
            @Nullable String fluxLowCgs,
            @Nullable String fluxHighCgs,
            @Nullable String upperLimitCgs,
            @Nullable Double upperLimitConfidence) {
        public BandColumns {
            if (fluxCgs == null && upperLimitCgs == null) {
                throw new IllegalArgumentException("a band needs a column flux_cgs or upper_limit_cgs");
            }
        }

        Stream<String> columns() {
            return named(
                    fluxCgs, fluxErrorCgs, fluxErrorPlusCgs, fluxErrorMinusCgs, fluxLowCgs, fluxHighCgs, upperLimitCgs);
        }
    }

    /// The columns of the counterpart in one catalogue.
    ///
    /// @param magnitudes column of the magnitude by band
    /// @param properMotionMasyr column of the total proper motion [mas/yr]
    @JsonNaming(SnakeCaseStrategy.class)
    public record CounterpartColumns(
            @JsonProperty(required = true) int precedence,
            Map<String, String> magnitudes,
            @Nullable String parallaxMas,
            @Nullable String parallaxErrorMas,
            @Nullable String properMotionMasyr) {
        public CounterpartColumns {
            magnitudes = orEmpty(magnitudes);
        }

        Stream<String> columns() {
            return Stream.concat(magnitudes.values().stream(), named(parallaxMas, parallaxErrorMas, properMotionMasyr));
        }
    }

    public TableMapping {
        columns = orEmpty(columns);
        defaults = orEmpty(defaults);
        factors = orEmpty(factors);
        complements = complements == null ? Set.of() : Set.copyOf(complements);
        bands = orEmpty(bands);
        counterparts = orEmpty(counterparts);
        Set<String> known = new LinkedHashSet<>(columns.keySet());
        known.addAll(defaults.keySet());
        for (String quantity : known) {
            if (!QUANTITIES.contains(quantity)) {
                throw new IllegalArgumentException(
                        quantity + " is not known; known are " + String.join(", ", new TreeSet<>(QUANTITIES)));
            }
        }
        for (String needed : new TreeSet<>(NEEDED)) {
            if (!known.contains(needed)) {
                throw new IllegalArgumentException(needed + " is missing: it needs a column or a default");
            }
        }
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("bands is missing: a detection needs a flux");
        }
    }

    /// Reads a mapping.
    ///
    /// @throws IllegalArgumentException naming the file and what is wrong in it
    public static TableMapping read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return read(yaml, file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException("mapping " + file + " cannot be read: " + e, e);
        }
    }

    /// A mapping that comes with the suite.
    public static TableMapping shipped(String name) {
        try (InputStream yaml = TableMapping.class.getResourceAsStream("/mappings/" + name + ".yaml")) {
            if (yaml == null) {
                throw new IllegalArgumentException("no mapping " + name + " is shipped, only " + SHIPPED);
            }
            return read(yaml, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The shipped mapping all of whose columns a table has.
    public static Optional<TableMapping> detect(Collection<String> columns) {
        return SHIPPED.stream()
                .map(TableMapping::shipped)
                .filter(mapping -> mapping.columnsUsed().allMatch(columns::contains))
                .findFirst();
    }

    /// Every column that is named.
    public Stream<String> columnsUsed() {
        return Stream.of(
                        columns.values().stream(),
                        Stream.ofNullable(sourceClass),
                        bands.values().stream().flatMap(BandColumns::columns),
                        counterparts.values().stream().flatMap(CounterpartColumns::columns))
                .flatMap(names -> names)
                .distinct();
    }

    /// Where each named column stands in a table.
    ///
    /// @param columns names, in the table's order
    /// @throws IllegalArgumentException where the table lacks one
    public Map<String, Integer> indices(List<String> columns) {
        Map<String, Integer> indices = new LinkedHashMap<>();
        columnsUsed().forEach(used -> {
            int index = columns.indexOf(used);
            if (index < 0) {
                throw new IllegalArgumentException("the table has no column %s, which the mapping '%s' names; it has %s"
                        .formatted(used, title, String.join(", ", columns)));
            }
            indices.put(used, index);
        });
        return indices;
    }

    /// Reads a mapping that came as YAML or JSON.
    ///
    /// @throws IllegalArgumentException naming what is wrong in it
    public static TableMapping read(byte[] document) {
        try {
            return read(new ByteArrayInputStream(document), "given");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableMapping read(InputStream yaml, String name) throws IOException {
        try {
            return YAML.readerFor(TableMapping.class).readValue(yaml);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    "mapping %s: %s is not known; known are %s"
                            .formatted(
                                    name,
                                    path(e),
                                    e.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .collect(Collectors.joining(", "))),
                    e);
        } catch (JsonMappingException e) {
            String reason = e.getCause() instanceof IllegalArgumentException refused
                    ? String.valueOf(refused.getMessage())
                    : e.getOriginalMessage();
            throw new IllegalArgumentException(
                    "mapping " + name + ": " + (path(e).isEmpty() ? "" : path(e) + ": ") + reason, e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("mapping " + name + " is no YAML: " + e.getOriginalMessage(), e);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> String.valueOf(step.getFieldName()))
                .collect(Collectors.joining("."));
    }

    private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static Stream<String> named(@Nullable String... columns) {
        return Arrays.stream(columns).flatMap(Stream::ofNullable);
    }
}
