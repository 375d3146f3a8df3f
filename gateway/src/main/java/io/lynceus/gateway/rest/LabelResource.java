package io.lynceus.gateway.rest;

import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.SuiteServices;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Volunteers' votes and what they agree on.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Labels")
public class LabelResource {
    private final SuiteServices services;

    LabelResource(SuiteServices services) {
        this.services = services;
    }

    @POST
    @Path("sources/{id}/votes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Vote for a source's class",
            description =
                    "Answers AGN, Star, XRB, CV, Other or Unsure. The first vote of a user for a source stands: 201"
                            + " if this one counts, 200 with the standing vote otherwise.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            example = "{\"user\": \"ada\", \"answer\": \"XRB\", \"comment\": \"flares\"}"))
    @APIResponse(responseCode = "201", description = "The vote counts")
    @APIResponse(responseCode = "200", description = "An earlier vote of this user stands, and is shown")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response vote(@PathParam("id") String id, byte[] body) {
        return Replies.pass(services.vote(id, JsonDocument.of(body)));
    }

    @GET
    @Path("sources/{id}/votes")
    @Operation(summary = "Votes for a source by answer")
    @APIResponse(responseCode = "200", description = "The tally")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response votes(@PathParam("id") String id) {
        return Replies.pass(services.votes(id));
    }

    @GET
    @Path("sources/{id}/consensus")
    @Operation(
            summary = "What the votes for a source agree on",
            description = "The class with the most votes, its confidence (posterior mean of its share under a Dirichlet"
                    + " prior, in [0, 1]) and its agreement (share of all votes, in [0, 1]); null while they agree on"
                    + " nothing.")
    @APIResponse(responseCode = "200", description = "The consensus")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response consensus(@PathParam("id") String id) {
        return Replies.pass(services.consensus(id));
    }

    @GET
    @Path("labels/next")
    @Operation(summary = "The source a user should label next", description = "204 if none is left.")
    @APIResponse(responseCode = "200", description = "A source")
    @APIResponse(responseCode = "204", description = "This user has labelled them all")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response next(
            @Parameter(required = true, description = "Pseudonym of the volunteer", example = "ada")
                    @RestQuery
                    @Nullable
                    String user) {
        if (user == null || user.isBlank()) {
            throw Problem.badRequest("query parameter user is missing");
        }
        return Replies.pass(services.nextSubject(user));
    }
}
