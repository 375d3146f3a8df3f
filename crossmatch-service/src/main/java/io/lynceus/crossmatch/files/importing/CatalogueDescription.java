package io.lynceus.crossmatch.files.importing;

import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.sky.Containment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Description of a table: how it is read as a reference catalogue.
///
/// @param digest SHA-256 of the description
/// @param name of the catalogue
/// @param title for people
/// @param role of its rows
/// @param complete false: a selection
/// @param file the table
/// @param separator between the cells of a CSV row; empty: as the file's extension says
/// @param columns name of the table's column for each [ColumnKey]
/// @param epochYear epoch of all positions [Julian year], where no column has it
/// @param magnitudes name of the table's column for each band
/// @param accept values that a key's column may have, others are left out
/// @param errorContainment probability within the error that the columns give, in (0, 1)
/// @param defaultErrorArcsec per-axis error of a position without one [arcsec], > 0
/// @param maxErrorArcsec rows with a larger error are skipped [arcsec]; empty: none is
/// @param densityPerSqDeg declared density [deg^-2]; empty: from the rows and the coverage
/// @param skyCoverageSqDeg area the catalogue covers [deg^2]
record CatalogueDescription(
        ContentDigest digest,
        String name,
        String title,
        CatalogueRole role,
        boolean complete,
        Path file,
        Optional<Character> separator,
        Map<ColumnKey, String> columns,
        OptionalDouble epochYear,
        Map<String, String> magnitudes,
        Map<ColumnKey, Set<String>> accept,
        double errorContainment,
        double defaultErrorArcsec,
        OptionalDouble maxErrorArcsec,
        OptionalDouble densityPerSqDeg,
        OptionalDouble skyCoverageSqDeg) {
    private static final Set<String> KNOWN = Set.of(
            "name",
            "title",
            "role",
            "class",
            "complete",
            "wavelength",
            "precedence",
            "file",
            "separator",
            "columns",
            "magnitudes",
            "accept",
            "error_containment",
            "default_error_arcsec",
            "max_error_arcsec",
            "systematic_error_arcsec",
            "completeness",
            "density_per_sq_deg",
            "sky_coverage_sq_deg");

    /// Per-axis error of a position where neither row nor description gives one [arcsec]; the galaxies need it,
    /// whose centres are not compared with anything. Source: choice, the rounding of a centre given to a second of
    /// arc.
    private static final double FALLBACK_ERROR_ARCSEC = 1;

    CatalogueDescription {
        columns = Map.copyOf(columns);
        accept = Map.copyOf(accept);
    }

    /// Reads a description.
    ///
    /// @throws InvalidDescription where a key is unknown, missing or has a value that cannot be
    static CatalogueDescription read(Path description) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            byte[] bytes = Files.readAllBytes(description);
            Object document = new Yaml(new SafeConstructor(options)).load(new String(bytes, StandardCharsets.UTF_8));
            return of(
                    ContentDigest.ofContents(bytes),
                    DescriptionKeys.of(description.getFileName() + ": ", document),
                    description);
        } catch (YAMLException e) {
            throw new InvalidDescription(description + " is no YAML: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(description + " cannot be read", e);
        }
    }

    private static CatalogueDescription of(ContentDigest digest, DescriptionKeys keys, Path description) {
        keys.onlyWith(KNOWN);
        DescriptionKeys columns = keys.mapping("columns").onlyWith(ColumnKey.names());
        Map<ColumnKey, String> columnOf = new LinkedHashMap<>();
        OptionalDouble epoch = columns.values().get(ColumnKey.EPOCH.key()) instanceof Number year
                ? OptionalDouble.of(year.doubleValue())
                : OptionalDouble.empty();
        for (String key : columns.values().keySet()) {
            if (epoch.isEmpty() || !key.equals(ColumnKey.EPOCH.key())) {
                columnOf.put(ColumnKey.of(key), columns.requiredText(key));
            }
        }
        for (ColumnKey needed : List.of(ColumnKey.ID, ColumnKey.RA, ColumnKey.DEC)) {
            columns.requiredText(needed.key());
        }
        Map<String, String> magnitudes = new LinkedHashMap<>();
        DescriptionKeys bands = keys.mapping("magnitudes");
        bands.values().keySet().forEach(band -> magnitudes.put(band, bands.requiredText(band)));
        Map<ColumnKey, Set<String>> accept = new LinkedHashMap<>();
        DescriptionKeys accepted =
                keys.mapping("accept").onlyWith(columns.values().keySet());
        accepted.values().keySet().forEach(key -> accept.put(ColumnKey.of(key), Set.copyOf(accepted.texts(key))));
        CatalogueRole role = role(keys, columns);
        double containment = keys.positive("error_containment", "").orElse(Containment.ONE_SIGMA_PER_AXIS);
        if (!(containment < 1)) {
            throw new InvalidDescription(keys.where() + "error_containment is " + containment + ", must lie in (0, 1)");
        }
        return new CatalogueDescription(
                digest,
                keys.requiredText("name"),
                keys.text("title").orElse(keys.requiredText("name")),
                role,
                complete(keys, role),
                description.resolveSibling(keys.requiredText("file")),
                separator(keys),
                columnOf,
                epoch,
                magnitudes,
                accept,
                containment,
                keys.positive("default_error_arcsec", "arcsec").orElse(FALLBACK_ERROR_ARCSEC),
                keys.positive("max_error_arcsec", "arcsec"),
                keys.positive("density_per_sq_deg", "deg^-2"),
                keys.positive("sky_coverage_sq_deg", "deg^2"));
    }

    private static CatalogueRole role(DescriptionKeys keys, DescriptionKeys columns) {
        String role = keys.requiredText("role");
        return switch (role) {
            case "counterpart" ->
                new CatalogueRole.Counterparts(
                        keys.requiredText("wavelength"),
                        (int) keys.positive("precedence", "").orElse(1),
                        keys.positive("systematic_error_arcsec", "arcsec"),
                        completeness(keys));
            case "class" -> new CatalogueRole.KnownClass(keys.requiredText("class"));
            case "galaxy" -> {
                columns.requiredText(ColumnKey.MAJOR_AXIS_ARCMIN.key());
                yield new CatalogueRole.Galaxies();
            }
            default ->
                throw new InvalidDescription(
                        keys.where() + "role is '" + role + "', must be counterpart, class or galaxy");
        };
    }

    private static OptionalDouble completeness(DescriptionKeys keys) {
        OptionalDouble completeness = keys.positive("completeness", "");
        if (completeness.isPresent() && completeness.getAsDouble() >= 1) {
            throw new InvalidDescription(
                    keys.where() + "completeness is " + completeness.getAsDouble() + ", must lie in (0, 1)");
        }
        return completeness;
    }

    private static boolean complete(DescriptionKeys keys, CatalogueRole role) {
        boolean complete = keys.flag("complete", true);
        boolean counterparts = role instanceof CatalogueRole.Counterparts;
        boolean density = keys.number("density_per_sq_deg").isPresent();
        if (counterparts && !complete && !density) {
            throw new InvalidDescription(keys.where()
                    + "density_per_sq_deg is missing: the rows of a selection (complete: false) do not tell the density of"
                    + " what they were selected from");
        }
        if (counterparts && !density && keys.number("sky_coverage_sq_deg").isEmpty()) {
            throw new InvalidDescription(keys.where()
                    + "density_per_sq_deg is missing, and so is sky_coverage_sq_deg from which it would follow");
        }
        return complete;
    }

    private static Optional<Character> separator(DescriptionKeys keys) {
        return keys.text("separator").map(separator -> {
            if (separator.length() != 1) {
                throw new InvalidDescription(
                        keys.where() + "separator is '" + separator + "', must be a single character");
            }
            return separator.charAt(0);
        });
    }
}
