package io.lynceus.gateway.rest;

import io.lynceus.gateway.Service;
import io.lynceus.gateway.SuiteServices;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The classified sources: search, one of them, its light curve and history.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sources")
public class SourceResource {
    private final SuiteServices services;

    SourceResource(SuiteServices services) {
        this.services = services;
    }

    @GET
    @Path("sources")
    @Operation(
            summary = "Search sources",
            description = "By class, probability, outlier measure, cone, mission or name; all conditions must hold."
                    + " The next page is asked for with cursor = next_cursor of this one.")
    @APIResponse(responseCode = "200", description = "A page of sources with their latest class")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response search(@BeanParam SourceConditions documented, UriInfo request) {
        Map<String, String> conditions = request.getQueryParameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue().getFirst()));
        SourceConditions.requireKnown(conditions.keySet());
        return Replies.pass(services.sources(conditions));
    }

    @GET
    @Path("sources/{id}")
    @Operation(
            summary = "Everything about one source",
            description = "Name, position, classification with the evidence behind it, features, counterparts, light"
                    + " curve, history and votes. A part that cannot be had at the moment is named in unavailable.")
    @APIResponse(responseCode = "200", description = "The source")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public byte[] source(@PathParam("id") String id) {
        SourceDocument document = new SourceDocument(id);
        boolean classified = document.add(
                "classification", Service.CLASSIFIER, () -> services.source(id), SourceDocument::classification);
        boolean measured =
                document.add("light_curve", Service.FEATURE, () -> services.lightCurve(id), SourceDocument::lightCurve);
        if (!classified || !measured) {
            throw Problem.unknown("source", id);
        }
        document.add("history", Service.CLASSIFIER, () -> services.history(id), SourceDocument::history);
        document.add("votes", Service.LABELS, () -> services.votes(id), SourceDocument::votes);
        return document.json();
    }

    @GET
    @Path("sources/{id}/light-curve")
    @Operation(
            summary = "All epochs of a source over all missions",
            description =
                    "Fluxes and upper limits [erg cm^-2 s^-1] by time: as detected, over the instrument's full band,"
                            + " and over the band in which missions are compared.")
    @APIResponse(responseCode = "200", description = "The light curve")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response lightCurve(@PathParam("id") String id) {
        return Replies.pass(services.lightCurve(id));
    }

    @GET
    @Path("sources/{id}/history")
    @Operation(summary = "Every classification of a source, the newest state first")
    @APIResponse(responseCode = "200", description = "The classifications")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response history(@PathParam("id") String id) {
        return Replies.pass(services.history(id));
    }
}
