package io.lynceus.gateway.labels.rest;

import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.rest.client.LabelsClient;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The volunteers: ranking, settings, export and deletion of personal data.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Labels")
public class VolunteerResource {
    private final LabelsClient labels;

    VolunteerResource(@RestClient LabelsClient labels) {
        this.labels = labels;
    }

    @GET
    @Path("labels/ranking")
    @Operation(
            operationId = "getRanking",
            summary = "Volunteers by their number of answers",
            description = "Of all time or of this ISO week (UTC), with the share right on training sources and its 95%"
                    + " Wilson interval; without those who have opted out. The next page is asked for with cursor ="
                    + " next_cursor of this one.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the ranking",
            content = @Content(schema = @Schema(ref = "Ranking")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response ranking(
            @Parameter(description = "all or week; all if absent") @RestQuery @Nullable String span,
            @Parameter(description = "next_cursor of the page before") @RestQuery @Nullable String cursor,
            @Parameter(description = "Volunteers on a page, in [1, 1000]; 20 if absent") @RestQuery @Nullable
                    Integer limit) {
        Map<String, String> page = new HashMap<>();
        if (span != null) {
            page.put("span", span);
        }
        if (cursor != null) {
            page.put("cursor", cursor);
        }
        if (limit != null) {
            page.put("limit", limit.toString());
        }
        return Replies.pass(labels.ranking(page));
    }

    @PUT
    @Path("labels/volunteers/{user}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "chooseSettings", summary = "Opt out of the ranking, or back in")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(ref = "VolunteerSettings"), example = "{\"ranked\": false}"))
    @APIResponse(responseCode = "204", description = "Chosen")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response choose(@PathParam("user") String user, byte[] body) {
        return Replies.pass(labels.chooseSettings(user, body));
    }

    @GET
    @Path("labels/volunteers/{user}/export")
    @Operation(
            operationId = "exportPersonalData",
            summary = "Everything stored under a volunteer's name",
            description = "Votes, assignments, skill, tallies, decisions and settings, row by row.")
    @APIResponse(
            responseCode = "200",
            description = "One document; its lists are empty for a name nobody has used",
            content = @Content(schema = @Schema(ref = "PersonalData")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response export(@PathParam("user") String user) {
        return Replies.pass(labels.personalData(user));
    }

    @DELETE
    @Path("labels/volunteers/{user}")
    @Operation(
            operationId = "forgetVolunteer",
            summary = "Forget a volunteer",
            description = "Votes and skill stay, under a name that cannot be guessed, so that no consensus changes;"
                    + " comments and all else are erased. The name is free again. Forgetting twice is forgetting once.")
    @APIResponse(responseCode = "204", description = "Nothing is stored under the name")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response forget(@PathParam("user") String user) {
        return Replies.pass(labels.forget(user));
    }
}
