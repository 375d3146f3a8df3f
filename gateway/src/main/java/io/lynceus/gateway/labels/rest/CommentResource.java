package io.lynceus.gateway.labels.rest;

import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.rest.client.LabelsClient;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Comments on sources, and their moderation.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Discussion")
public class CommentResource {
    private final LabelsClient labels;

    CommentResource(@RestClient LabelsClient labels) {
        this.labels = labels;
    }

    @GET
    @Path("sources/{id}/comments")
    @Operation(
            operationId = "listComments",
            summary = "Comments on a source, the latest first",
            description = "Text is plain text. mentions says where names of sources stand in it: offset and length in"
                    + " UTF-16 code units, kind (source, lynceus, xmm, chandra, swift, erosita, gaia, two_mass, wise), name"
                    + " as its catalogue spells it. A hidden comment has neither text nor author.")
    @APIResponse(
            responseCode = "200",
            description = "A page of comments; next_cursor asks for the next",
            content = @Content(schema = @Schema(ref = "CommentPage")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response comments(
            @PathParam("id") String id,
            @Parameter(description = "next_cursor of the page before") @RestQuery @Nullable String cursor,
            @Parameter(description = "Comments on a page, in [1, 100]; 20 if not given") @RestQuery @Nullable
                    String limit) {
        return Replies.pass(labels.comments(id, cursor, limit));
    }

    @POST
    @Path("sources/{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postComment",
            summary = "Comment on a source",
            description = "Plain text of up to 2000 characters. Choose a new key for every comment: sent again with its"
                    + " key, a comment is the same comment.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "CommentRequest"),
                            example = "{\"user\": \"ada\", \"key\": \"5f0c2a\", \"text\":"
                                    + " \"Is this 4XMM J000009.3+135618?\"}"))
    @APIResponse(
            responseCode = "201",
            description = "The comment",
            content = @Content(schema = @Schema(ref = "Comment")))
    @APIResponse(
            responseCode = "200",
            description = "The same comment, posted before",
            content = @Content(schema = @Schema(ref = "Comment")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "429", ref = "TooMany")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response comment(@PathParam("id") String id, byte[] body) {
        return Replies.pass(labels.comment(id, body));
    }

    @POST
    @Path("comments/{id}/reports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportComment",
            summary = "Report a comment to the moderators",
            description = "Each user once. Several reports hide a comment until a moderator looks at it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "CommentReportRequest"),
                            example = "{\"user\": \"ada\", \"reason\": \"an advertisement\"}"))
    @APIResponse(
            responseCode = "201",
            description = "The report counts",
            content = @Content(schema = @Schema(ref = "CommentReportReceipt")))
    @APIResponse(
            responseCode = "200",
            description = "This user has reported it before",
            content = @Content(schema = @Schema(ref = "CommentReportReceipt")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "429", ref = "TooMany")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response report(@PathParam("id") String id, byte[] body) {
        return Replies.pass(labels.report(id, body));
    }

    @GET
    @Path("comments/reported")
    @Operation(
            operationId = "listReportedComments",
            summary = "Reported comments that wait for a moderator, the most reported first",
            description = "For operators. With hidden text, reports and decisions; what is decided leaves the queue.")
    @APIResponse(
            responseCode = "200",
            description = "How many wait, and the first of them",
            content = @Content(schema = @Schema(ref = "ModerationQueue")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response reported(
            @Parameter(description = "Comments, in [1, 100]; 20 if not given") @RestQuery @Nullable String limit) {
        return Replies.pass(labels.reported(limit));
    }

    @GET
    @Path("comments/{id}/moderation")
    @Operation(
            operationId = "getModeration",
            summary = "A comment with its reports and the decisions on it",
            description = "For operators. The latest first.")
    @APIResponse(
            responseCode = "200",
            description = "The comment, its reports and decisions",
            content = @Content(schema = @Schema(ref = "ModerationCase")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response moderation(@PathParam("id") String id) {
        return Replies.pass(labels.moderation(id));
    }

    @POST
    @Path("comments/{id}/moderation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "moderateComment",
            summary = "Hide a comment or show it again",
            description = "For operators. Answers its reports, and stands whatever is reported later.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "ModerationRequest"),
                            example = "{\"hidden\": true, \"by\": \"eve\", \"reason\": \"an advertisement\"}"))
    @APIResponse(
            responseCode = "200",
            description = "The comment, its reports and decisions, this one first",
            content = @Content(schema = @Schema(ref = "ModerationCase")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response moderate(@PathParam("id") String id, byte[] body) {
        return Replies.pass(labels.moderate(id, body));
    }
}
