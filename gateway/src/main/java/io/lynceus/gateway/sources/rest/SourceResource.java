package io.lynceus.gateway.sources.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.rest.client.ClassifierClient;
import io.lynceus.gateway.rest.client.CrossmatchClient;
import io.lynceus.gateway.rest.client.FeatureClient;
import io.lynceus.gateway.rest.client.LabelsClient;
import io.lynceus.gateway.suite.Service;
import io.lynceus.gateway.vo.rest.SourceTables;
import io.lynceus.gateway.vo.rest.TableFormat;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The classified sources: search, one source, its light curve and history.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sources")
public class SourceResource {
    private final ClassifierClient classifier;
    private final CrossmatchClient crossmatch;
    private final FeatureClient feature;
    private final LabelsClient labels;
    private final SourceTables tables;

    SourceResource(
            @RestClient ClassifierClient classifier,
            @RestClient CrossmatchClient crossmatch,
            @RestClient FeatureClient feature,
            @RestClient LabelsClient labels,
            SourceTables tables) {
        this.classifier = classifier;
        this.crossmatch = crossmatch;
        this.feature = feature;
        this.labels = labels;
        this.tables = tables;
    }

    @GET
    @Path("sources")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_XML, "text/csv"})
    @Operation(
            operationId = "searchSources",
            summary = "Search sources",
            description =
                    "By class, probability, outlier measure, variability, distance from the Galactic plane, cone, mission"
                            + " or name; all conditions must hold."
                            + " With outliers the strangest come first."
                            + " The next page is asked for with cursor = next_cursor of this one."
                            + " With format, all sources that satisfy the conditions come as one table.")
    @APIResponse(
            responseCode = "200",
            description = "A page of sources with their latest class, or a table of them",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SourcePage")),
                @Content(mediaType = "text/xml;content=x-votable", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response search(@BeanParam SourceConditions documented, UriInfo request) {
        Map<String, String> conditions = new HashMap<>();
        request.getQueryParameters().forEach((name, values) -> conditions.put(name, values.getFirst()));
        SourceConditions.requireKnown(conditions.keySet());
        String format = Objects.requireNonNullElse(conditions.remove("format"), "json");
        return format.equals("json")
                ? Replies.pass(classifier.sources(conditions))
                : tables.download(
                        conditions,
                        TableFormat.ofShortName(format),
                        request.getRequestUri().toString());
    }

    @GET
    @Path("sources/{id}")
    @Operation(
            operationId = "getSource",
            summary = "Everything about one source",
            description = "Name, position, classification with the evidence behind it, features, counterparts, light"
                    + " curve, history and votes. A part that cannot be had at the moment is named in unavailable.")
    @APIResponse(responseCode = "200", description = "The source", content = @Content(schema = @Schema(ref = "Source")))
    @APIResponse(responseCode = "301", description = "It is no more: the source that has its detections now")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response source(@PathParam("id") String id) {
        SourceDocument document = new SourceDocument(id);
        boolean classified = document.add(
                "classification", Service.CLASSIFIER, () -> classifier.source(id), SourceDocument::classification);
        boolean measured =
                document.add("light_curve", Service.FEATURE, () -> feature.lightCurve(id), SourceDocument::lightCurve);
        if (!classified || !measured) {
            return successor(id).orElseThrow(() -> Problem.unknown("source", id));
        }
        document.add("history", Service.CLASSIFIER, () -> classifier.history(id), SourceDocument::history);
        document.add("votes", Service.LABELS, () -> labels.votes(id), SourceDocument::votes);
        return Response.ok(document.json()).build();
    }

    private Optional<Response> successor(String id) {
        RestResponse<byte[]> association = crossmatch.source(id);
        JsonNode into = association.getStatus() == 200
                ? Wire.tree(Replies.body(association)).path("merged_into")
                : MissingNode.getInstance();
        return into.isTextual()
                ? Optional.of(Response.status(Response.Status.MOVED_PERMANENTLY)
                        .location(UriBuilder.fromPath("/api/v1/sources/{id}").build(into.textValue()))
                        .build())
                : Optional.empty();
    }

    @GET
    @Path("sources/doubtful")
    @Operation(
            operationId = "listDoubtfulSources",
            summary = "Sources that may be another one",
            description = "Their first detection agrees with several sources; each is listed with those and the"
                    + " probability of being one with it. A sharper position can resolve them.")
    @APIResponse(
            responseCode = "200",
            description = "A page of sources",
            content = @Content(schema = @Schema(ref = "DoubtfulSourcePage")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response doubtful(
            @Parameter(description = "next_cursor of the page before") @RestQuery @Nullable String cursor,
            @Parameter(description = "Sources on a page, in [1, 1000]") @RestQuery @Nullable Integer limit) {
        Map<String, String> page = new HashMap<>();
        if (cursor != null) {
            page.put("cursor", cursor);
        }
        if (limit != null) {
            page.put("limit", limit.toString());
        }
        return Replies.pass(crossmatch.doubtful(page));
    }

    @GET
    @Path("sources/{id}/association")
    @Operation(
            operationId = "getAssociation",
            summary = "The detections that a source is made of",
            description = "With the changes by which some came from another source or left for one, each with the"
                    + " detection that caused it. A source that was merged says with which.")
    @APIResponse(
            responseCode = "200",
            description = "The association",
            content = @Content(schema = @Schema(ref = "Association")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response association(@PathParam("id") String id) {
        return Replies.pass(crossmatch.source(id));
    }

    @GET
    @Path("sources/{id}/light-curve")
    @Operation(
            operationId = "getLightCurve",
            summary = "All epochs of a source over all missions",
            description =
                    "Fluxes and upper limits [erg cm^-2 s^-1] by time: as detected, over the instrument's full band,"
                            + " and over the band in which missions are compared.")
    @APIResponse(
            responseCode = "200",
            description = "The light curve",
            content = @Content(schema = @Schema(ref = "LightCurve")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response lightCurve(@PathParam("id") String id) {
        return Replies.pass(feature.lightCurve(id));
    }

    @GET
    @Path("sources/{id}/history")
    @Operation(
            operationId = "getHistory",
            summary = "Every classification of a source, the newest state first",
            description = "With the changes of class: from what, to what, and why - a detection (epoch), an association"
                    + " that changed, or a model that was activated.")
    @APIResponse(
            responseCode = "200",
            description = "The classifications",
            content = @Content(schema = @Schema(ref = "History")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response history(@PathParam("id") String id) {
        return Replies.pass(classifier.history(id));
    }
}
