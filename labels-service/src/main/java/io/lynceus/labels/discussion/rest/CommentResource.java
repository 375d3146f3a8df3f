package io.lynceus.labels.discussion.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.labels.conduct.Pseudonym;
import io.lynceus.labels.discussion.Comment;
import io.lynceus.labels.discussion.Discussion;
import io.lynceus.labels.discussion.Discussion.CommentReport;
import io.lynceus.labels.discussion.Discussion.KeyTaken;
import io.lynceus.labels.discussion.Discussion.NoSuchSource;
import io.lynceus.labels.discussion.Discussion.Posted;
import io.lynceus.labels.discussion.Discussion.Reported;
import io.lynceus.labels.discussion.rest.CommentDocuments.CommentDocument;
import io.lynceus.labels.discussion.rest.CommentDocuments.CommentRequest;
import io.lynceus.labels.discussion.rest.CommentDocuments.PageDocument;
import io.lynceus.labels.discussion.rest.CommentDocuments.ReportAnswer;
import io.lynceus.labels.discussion.rest.CommentDocuments.ReportRequest;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/// Comments over HTTP.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CommentResource {
    private static final String USUAL_PAGE = "20";

    private final Discussion discussion;

    CommentResource(Discussion discussion) {
        this.discussion = discussion;
    }

    @POST
    @Path("sources/{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Comment on a source",
            description = "Plain text. 201 if the comment is new; 200 with the one that is kept if this user has posted"
                    + " it with this key before.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CommentRequest.class)))
    public Response post(@PathParam("id") String sourceId, byte[] body) {
        CommentRequest request = Wire.readStrictly(Wire.tree(body), CommentRequest.class);
        Comment.Draft draft = possible(() -> new Comment.Draft(
                sourceId,
                required("user", request.user()),
                required("key", request.key()),
                required("text", request.text())));
        return switch (discussion.post(draft, Instant.now())) {
            case Posted posted ->
                Response.status(posted.fresh() ? Response.Status.CREATED : Response.Status.OK)
                        .entity(CommentDocument.of(posted.comment()))
                        .build();
            case KeyTaken taken ->
                throw Problem.conflict("key '" + taken.key()
                        + "' was used by this user for another comment; choose a new key for every comment");
            case NoSuchSource unknown -> throw Problem.unknown("source", unknown.sourceId());
        };
    }

    @GET
    @Path("sources/{id}/comments")
    @Operation(
            summary = "Comments on a source, the latest first",
            description = "A hidden comment has neither text nor author.")
    public PageDocument comments(
            @PathParam("id") String sourceId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        OptionalLong before = cursor == null ? OptionalLong.empty() : OptionalLong.of(cursor(cursor));
        return PageDocument.of(
                sourceId,
                discussion
                        .comments(sourceId, before, limit(limit))
                        .orElseThrow(() -> Problem.unknown("source", sourceId)));
    }

    @POST
    @Path("comments/{id}/reports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Report a comment to the moderators",
            description = "201 if the report counts; 200 if this user has reported the comment before.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReportRequest.class)))
    public Response report(@PathParam("id") String id, byte[] body) {
        long commentId = commentId(id);
        ReportRequest request = Wire.readStrictly(Wire.tree(body), ReportRequest.class);
        CommentReport report = possible(() -> new CommentReport(
                Pseudonym.checked(required("user", request.user())), request.reason(), Instant.now()));
        Reported reported = discussion.report(commentId, report).orElseThrow(() -> Problem.unknown("comment", id));
        return Response.status(reported.counted() ? Response.Status.CREATED : Response.Status.OK)
                .entity(new ReportAnswer(commentId, reported.counted(), reported.hidden()))
                .build();
    }

    static String required(String field, @Nullable String value) {
        if (value == null) {
            throw Problem.invalid("required field " + field + " is missing");
        }
        return value;
    }

    /// A value of the domain; its refusal becomes a problem document.
    static <T> T possible(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    static long commentId(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Problem.unknown("comment", id);
        }
    }

    private static long cursor(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.invalid("cursor is \"" + cursor + "\", must be next_cursor of the page before");
        }
    }

    static int limit(@Nullable String limit) {
        String given = limit == null ? USUAL_PAGE : limit;
        if (!given.matches("[0-9]{1,3}")
                || Integer.parseInt(given) < 1
                || Integer.parseInt(given) > Discussion.LARGEST_PAGE) {
            throw Problem.invalid("limit is " + given + ", must lie in [1, " + Discussion.LARGEST_PAGE + "]");
        }
        return Integer.parseInt(given);
    }
}
