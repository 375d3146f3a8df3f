package io.lynceus.labels.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.labels.Crowd;
import io.lynceus.labels.Crowd.Opinion;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.conduct.Pseudonym;
import io.lynceus.labels.rest.VoteDocuments.ConsensusDocument;
import io.lynceus.labels.rest.VoteDocuments.SubjectDocument;
import io.lynceus.labels.rest.VoteDocuments.TallyDocument;
import io.lynceus.labels.rest.VoteDocuments.VoteAnswer;
import io.lynceus.labels.rest.VoteDocuments.VoteRequest;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.labels.voting.Ballots.VoteReceipt;
import io.lynceus.labels.voting.Vote;
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
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/// Votes, tallies, consensus, and what to look at next.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class VoteResource {
    private static final String ANSWERS =
            Arrays.stream(Answer.values()).map(Answer::label).collect(Collectors.joining(", "));

    private final Ballots ballots;
    private final Subjects subjects;
    private final Crowd crowd;

    VoteResource(Ballots ballots, Subjects subjects, Crowd crowd) {
        this.ballots = ballots;
        this.subjects = subjects;
        this.crowd = crowd;
    }

    @POST
    @Path("sources/{id}/votes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Vote for a source's class",
            description = "201 if the vote counts; 200 with the standing vote if this user has voted for it before.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = VoteRequest.class),
                            example = "{\"user\": \"ada\", \"answer\": \"XRB\", \"comment\": \"flares\","
                                    + " \"time_spent_s\": 14.5, \"hints\": [\"VARIABILITY\"]}"))
    public Response vote(@PathParam("id") String sourceId, byte[] body) {
        VoteReceipt cast = ballots.cast(vote(sourceId, Wire.readStrictly(Wire.tree(body), VoteRequest.class)))
                .orElseThrow(() -> Problem.unknown("source", sourceId));
        return Response.status(cast.counted() ? Response.Status.CREATED : Response.Status.OK)
                .entity(VoteAnswer.of(cast))
                .build();
    }

    @GET
    @Path("sources/{id}/votes")
    @Operation(summary = "Votes for a source by answer")
    public TallyDocument tally(@PathParam("id") String sourceId) {
        return TallyDocument.of(
                sourceId, ballots.tally(sourceId).orElseThrow(() -> Problem.unknown("source", sourceId)));
    }

    @GET
    @Path("sources/{id}/consensus")
    @Operation(
            summary = "What the votes for a source agree on",
            description = "Beside it the probabilities of the classes by the crowd, by the classifier and by both"
                    + " together; the class and its confidence are the crowd's alone.")
    public ConsensusDocument consensus(@PathParam("id") String sourceId) {
        Opinion opinion = crowd.opinion(sourceId).orElseThrow(() -> Problem.unknown("source", sourceId));
        return ConsensusDocument.of(sourceId, opinion);
    }

    @GET
    @Path("subjects/next")
    @Operation(
            summary = "The source a user should label next",
            description =
                    "Never one that this user has labelled. Known sources until the user is trained, then those of"
                            + " which a vote tells most; the same again until it is labelled or its time is over; 204 if"
                            + " none is left. With training=true it is a known one, or 204.")
    public @Nullable SubjectDocument next(
            @QueryParam("user") @Nullable String user, @QueryParam("training") boolean training) {
        if (user == null || user.isBlank()) {
            throw Problem.badRequest("query parameter user is missing");
        }
        String volunteer = checked(user);
        return (training ? subjects.nextTraining(volunteer) : subjects.next(volunteer))
                .map(SubjectDocument::of)
                .orElse(null);
    }

    private static String checked(String user) {
        try {
            return Pseudonym.checked(user);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static Vote vote(String sourceId, VoteRequest request) {
        if (request.user() == null || request.answer() == null) {
            throw Problem.invalid("required field " + (request.user() == null ? "user" : "answer") + " is missing");
        }
        Answer answer = Answer.of(request.answer())
                .orElseThrow(
                        () -> Problem.invalid("answer is \"" + request.answer() + "\", must be one of " + ANSWERS));
        try {
            return new Vote(sourceId, request.user(), answer, request.comment(), Instant.now(), request.details());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }
}
