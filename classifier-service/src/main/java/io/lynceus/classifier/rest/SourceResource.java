package io.lynceus.classifier.rest;

import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.HistoryEntry;
import io.lynceus.classifier.PublishedClassification;
import io.lynceus.classifier.SourceQuery;
import io.lynceus.classifier.SourceQuery.Cone;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.rest.SourceDocuments.HistoryDocument;
import io.lynceus.classifier.rest.SourceDocuments.SourceDocument;
import io.lynceus.classifier.rest.SourceDocuments.SourcePage;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.sky.SkyPosition;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Sources by their latest classification, and the history of one source.
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SourceResource {
    private static final int DEFAULT_LIMIT = 100;

    private final ClassificationStore store;

    SourceResource(ClassificationStore store) {
        this.store = store;
    }

    /// Conditions on sources; an absent condition holds for every source.
    public static class Conditions {
        @RestQuery("class")
        @Nullable
        String sourceClass;

        @RestQuery("min_probability")
        @Nullable
        Double minProbability;

        @RestQuery("min_outlier")
        @Nullable
        Double minOutlier;

        @RestQuery
        @Nullable
        Double outliers;

        @RestQuery("min_variability")
        @Nullable
        Double minVariability;

        @RestQuery("min_abs_b_deg")
        @Nullable
        Double minAbsLatitude;

        @RestQuery("max_abs_b_deg")
        @Nullable
        Double maxAbsLatitude;

        @RestQuery("ra_deg")
        @Nullable
        Double raDeg;

        @RestQuery("dec_deg")
        @Nullable
        Double decDeg;

        @RestQuery("radius_arcsec")
        @Nullable
        Double radiusArcsec;

        @RestQuery
        @Nullable
        String mission;

        @RestQuery
        @Nullable
        String name;

        @RestQuery
        @Nullable
        Integer limit;

        @RestQuery
        @Nullable
        String cursor;

        /// Whether every source comes with the classified detection of its latest class.
        @RestQuery
        boolean full;

        SourceQuery query() {
            try {
                return new SourceQuery(
                        Optional.ofNullable(sourceClass).map(SourceClass::new),
                        optional(minProbability),
                        optional(minOutlier),
                        optional(outliers),
                        optional(minVariability),
                        optional(minAbsLatitude),
                        optional(maxAbsLatitude),
                        cone(),
                        Optional.ofNullable(mission),
                        Optional.ofNullable(name),
                        limit == null ? DEFAULT_LIMIT : limit,
                        Optional.ofNullable(cursor));
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

    @GET
    @Operation(
            summary = "Sources by class, probability, outlier measure, region, mission or name",
            description =
                    "By source id, or the strangest first where outliers is given; next_cursor of a page, given as"
                            + " cursor, asks for the page after it. With full, each comes with the classified detection of"
                            + " its latest class.")
    public byte[] search(@BeanParam Conditions conditions) {
        SourceQuery query = conditions.query();
        List<SourceDocument> sources = conditions.full
                ? store.searchPublished(query).stream()
                        .map(SourceDocument::full)
                        .toList()
                : store.search(query).stream().map(SourceDocument::summary).toList();
        boolean more = sources.size() == query.limit();
        return Wire.write(new SourcePage(sources, more ? sources.getLast().sourceId() : null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A source's latest classification with its track, features and counterparts")
    public byte[] source(@PathParam("id") String id) {
        PublishedClassification source = store.source(id).orElseThrow(() -> Problem.unknown("source", id));
        return Wire.write(SourceDocument.full(source));
    }

    @GET
    @Path("{id}/history")
    @Operation(
            summary = "Every classification of a source, the newest state first",
            description = "With the changes of class: from what, to what, and because of which detection, association"
                    + " or model.")
    public HistoryDocument history(@PathParam("id") String id) {
        List<HistoryEntry> history = store.history(id);
        if (history.isEmpty()) {
            throw Problem.unknown("source", id);
        }
        return HistoryDocument.of(id, history);
    }
}
