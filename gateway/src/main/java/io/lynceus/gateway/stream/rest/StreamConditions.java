package io.lynceus.gateway.stream.rest;

import io.lynceus.gateway.stream.Alert;
import io.lynceus.gateway.stream.StreamFilter;
import io.lynceus.gateway.stream.StreamFilter.Cone;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Conditions on the stream; all given ones must hold.
public class StreamConditions {
    @Parameter(description = "Only this class, e.g. XRB")
    @RestQuery("class")
    @Nullable
    String sourceClass;

    @Parameter(description = "Only classes at least as probable, in [0, 1]")
    @RestQuery("min_probability")
    @Nullable
    Double minProbability;

    @Parameter(description = "Only outlier measures from here up [dex]")
    @RestQuery("min_outlier")
    @Nullable
    Double minOutlier;

    @Parameter(description = "Only detections of this mission, e.g. Chandra")
    @RestQuery
    @Nullable
    String mission;

    @Parameter(
            description = "Only what is at least one of these alerts",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            enumeration = {"outlier", "variable", "ulx", "tde"}))
    @RestQuery
    @Nullable
    List<String> alert;

    @Parameter(description = "Right ascension of a cone's middle, ICRS [deg], in [0, 360]")
    @RestQuery("ra_deg")
    @Nullable
    Double raDeg;

    @Parameter(description = "Declination of a cone's middle, ICRS [deg], in [-90, 90]")
    @RestQuery("dec_deg")
    @Nullable
    Double decDeg;

    @Parameter(description = "Radius of a cone [arcsec]")
    @RestQuery("radius_arcsec")
    @Nullable
    Double radiusArcsec;

    StreamFilter filter() {
        try {
            return new StreamFilter(
                    Optional.ofNullable(sourceClass),
                    optional(minProbability),
                    optional(minOutlier),
                    Optional.ofNullable(mission),
                    alert == null
                            ? Set.of()
                            : alert.stream().map(Alert::ofWireName).collect(Collectors.toSet()),
                    cone());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Cone> cone() {
        if (raDeg == null && decDeg == null && radiusArcsec == null) {
            return Optional.empty();
        }
        if (raDeg == null || decDeg == null || radiusArcsec == null) {
            throw Problem.badRequest("a cone needs ra_deg, dec_deg and radius_arcsec together");
        }
        return Optional.of(new Cone(new SkyPosition(raDeg, decDeg), radiusArcsec));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
