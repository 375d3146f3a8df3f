package io.lynceus.labels.discussion.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.labels.discussion.Moderation;
import io.lynceus.labels.discussion.Moderation.ModerationDecision;
import io.lynceus.labels.discussion.rest.CommentDocuments.CaseDocument;
import io.lynceus.labels.discussion.rest.CommentDocuments.ModerationRequest;
import io.lynceus.labels.discussion.rest.CommentDocuments.QueueDocument;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/// Moderation over HTTP.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ModerationResource {
    private final Moderation moderation;

    ModerationResource(Moderation moderation) {
        this.moderation = moderation;
    }

    @GET
    @Path("comments/reported")
    @Operation(
            summary = "Comments with reports that no moderator has answered, the most reported first",
            description = "What is decided leaves the queue.")
    public QueueDocument queue(@QueryParam("limit") @Nullable String limit) {
        return QueueDocument.of(moderation.queue(CommentResource.limit(limit)));
    }

    @GET
    @Path("comments/{id}/moderation")
    @Operation(summary = "A comment with its reports and the decisions on it, the latest first")
    public CaseDocument history(@PathParam("id") String id) {
        return CaseDocument.of(
                moderation.find(CommentResource.commentId(id)).orElseThrow(() -> Problem.unknown("comment", id)));
    }

    @POST
    @Path("comments/{id}/moderation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Hide a comment or show it again",
            description = "Answers its reports, and stands whatever is reported later.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ModerationRequest.class),
                            example = "{\"hidden\": true, \"by\": \"eve\", \"reason\": \"an advertisement\"}"))
    public CaseDocument decide(@PathParam("id") String id, byte[] body) {
        ModerationRequest request = Wire.readStrictly(Wire.tree(body), ModerationRequest.class);
        Boolean hidden = request.hidden();
        if (hidden == null) {
            throw Problem.invalid("required field hidden is missing");
        }
        ModerationDecision decision = CommentResource.possible(() -> new ModerationDecision(
                hidden,
                Optional.of(CommentResource.required("by", request.by())),
                CommentResource.required("reason", request.reason()),
                Instant.now()));
        return CaseDocument.of(moderation
                .decide(CommentResource.commentId(id), decision)
                .orElseThrow(() -> Problem.unknown("comment", id)));
    }
}
