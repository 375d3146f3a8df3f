package io.lynceus.gateway.sources.rest;

import io.lynceus.runtime.problem.Problem;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Conditions on sources, as `GET /api/v1/sources` documents them; classifier-service checks their values.
public class SourceConditions {
    private static final List<String> KNOWN = List.of(
            "class",
            "cursor",
            "dec_deg",
            "format",
            "limit",
            "max_abs_b_deg",
            "min_abs_b_deg",
            "min_outlier",
            "min_probability",
            "min_variability",
            "mission",
            "name",
            "outliers",
            "ra_deg",
            "radius_arcsec");

    @Parameter(description = "Most probable class", example = "XRB")
    @RestQuery("class")
    @Nullable
    String sourceClass;

    @Parameter(
            description = "Least probability of that class, in [0, 1]",
            example = "0.8",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
    @RestQuery("min_probability")
    @Nullable
    String minProbability;

    @Parameter(description = "Least outlier measure [dex]", schema = @Schema(type = SchemaType.NUMBER))
    @RestQuery("min_outlier")
    @Nullable
    String minOutlier;

    @Parameter(
            description = "The strangest sources first: those that at most this share of held-out sources of their"
                    + " class matches, in (0, 1]",
            example = "0.01",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
    @RestQuery
    @Nullable
    String outliers;

    @Parameter(
            description = "Least significant long-term ratio: log10 of the highest flux over the lowest of all epochs,"
                    + " errors taken off [dex]",
            example = "1",
            schema = @Schema(type = SchemaType.NUMBER))
    @RestQuery("min_variability")
    @Nullable
    String minVariability;

    @Parameter(
            description = "Least distance from the Galactic plane, |b| [deg], in [0, 90]",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "90"))
    @RestQuery("min_abs_b_deg")
    @Nullable
    String minAbsLatitude;

    @Parameter(
            description = "Greatest distance from the Galactic plane, |b| [deg], in [0, 90]",
            example = "10",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "90"))
    @RestQuery("max_abs_b_deg")
    @Nullable
    String maxAbsLatitude;

    @Parameter(
            description = "Right ascension of a cone's middle, ICRS [deg], in [0, 360]",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "360"))
    @RestQuery("ra_deg")
    @Nullable
    String raDeg;

    @Parameter(
            description = "Declination of a cone's middle, ICRS [deg], in [-90, 90]",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "-90", maximum = "90"))
    @RestQuery("dec_deg")
    @Nullable
    String decDeg;

    @Parameter(description = "Radius of a cone [arcsec]", schema = @Schema(type = SchemaType.NUMBER))
    @RestQuery("radius_arcsec")
    @Nullable
    String radiusArcsec;

    @Parameter(description = "Mission of the latest detection", example = "Chandra")
    @RestQuery
    @Nullable
    String mission;

    @Parameter(description = "Name of the source, or its beginning")
    @RestQuery
    @Nullable
    String name;

    @Parameter(
            description = "json: a page of sources; votable (rows as XML), votable/b2 (as bytes) or csv: all of them as"
                    + " one table with units, UCDs and provenance",
            example = "votable",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "votable", "votable/b2", "csv"},
                            defaultValue = "json"))
    @RestQuery
    @Nullable
    String format;

    @Parameter(
            description = "Sources on a page, in [1, 1000]; in a table, rows",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @RestQuery
    @Nullable
    String limit;

    @Parameter(description = "next_cursor of the page before")
    @RestQuery
    @Nullable
    String cursor;

    static void requireKnown(Set<String> names) {
        names.stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.badRequest(
                            "unknown query parameter " + name + "; known here: " + String.join(", ", KNOWN));
                });
    }
}
