package io.lynceus.gateway.labels.rest;

import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.rest.client.LabelsClient;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/// Votes, consensus and retirement.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Labels")
public class LabelResource {
    private static final String RULE =
            "{\"min_voters\": 5, \"min_confidence\": 0.9, \"min_agreement\": 0.6, \"max_voters\": 40}";

    private final LabelsClient labels;

    LabelResource(@RestClient LabelsClient labels) {
        this.labels = labels;
    }

    @POST
    @Path("sources/{id}/votes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "castVote",
            summary = "Vote for a source's class",
            description =
                    "Answers AGN, Star, XRB, CV, Other or Unsure. The first vote of a user for a source stands: 201"
                            + " if this one counts, 200 with the standing vote otherwise. Optional: comment, time_spent_s in"
                            + " [0, 86400] s, and hints, the categories of properties that spoke for the answer: LOCATION,"
                            + " SPECTRUM, COUNTERPARTS, VARIABILITY.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "VoteRequest"),
                            example = "{\"user\": \"ada\", \"answer\": \"XRB\", \"comment\": \"flares\","
                                    + " \"time_spent_s\": 14.5, \"hints\": [\"VARIABILITY\"]}"))
    @APIResponse(
            responseCode = "201",
            description = "The vote counts",
            content = @Content(schema = @Schema(ref = "Vote")))
    @APIResponse(
            responseCode = "200",
            description = "An earlier vote of this user stands, and is shown",
            content = @Content(schema = @Schema(ref = "Vote")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "429", ref = "TooMany")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response vote(@PathParam("id") String id, byte[] body) {
        return Replies.pass(labels.vote(id, body));
    }

    @GET
    @Path("sources/{id}/votes")
    @Operation(operationId = "getVotes", summary = "Votes for a source by answer")
    @APIResponse(responseCode = "200", description = "The tally", content = @Content(schema = @Schema(ref = "Tally")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response votes(@PathParam("id") String id) {
        return Replies.pass(labels.votes(id));
    }

    @GET
    @Path("sources/{id}/consensus")
    @Operation(
            operationId = "getConsensus",
            summary = "What the votes for a source agree on",
            description = "The most probable class by the skill of the voters (Dawid-Skene), its confidence (in [0, 1])"
                    + " and its agreement (share of all votes, in [0, 1]); null while they agree on nothing. Beside it"
                    + " the probabilities of the classes by crowd, classifier and both combined."
                    + " The class is the crowd's alone.")
    @APIResponse(
            responseCode = "200",
            description = "The consensus",
            content = @Content(schema = @Schema(ref = "Consensus")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response consensus(@PathParam("id") String id) {
        return Replies.pass(labels.consensus(id));
    }

    @GET
    @Path("labels/next")
    @Operation(
            operationId = "getNextSubject",
            summary = "The source a user should label next",
            description = "Known sources until the user is trained, then those where a vote tells most. The same until"
                    + " it is labelled or ten minutes have passed; 204 if none is left. With training, it is one"
                    + " that catalogues know, and 204 where the user has labelled all of those.")
    @APIResponse(responseCode = "200", description = "A source", content = @Content(schema = @Schema(ref = "Subject")))
    @APIResponse(responseCode = "204", description = "This user has labelled them all")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response next(
            @Parameter(required = true, description = "Pseudonym of the volunteer", example = "ada")
                    @RestQuery
                    @Nullable
                    String user,
            @Parameter(description = "Whether it must be one that catalogues know") @RestQuery @DefaultValue("false")
                    boolean training) {
        if (user == null || user.isBlank()) {
            throw Problem.badRequest("query parameter user is missing");
        }
        return Replies.pass(labels.next(user, training));
    }

    @GET
    @Path("labels/volunteers/{user}")
    @Operation(
            operationId = "getVolunteer",
            summary = "A volunteer's level, skill and activity",
            description = "Training answers by class with Wilson intervals, and the confusion matrix; answers today and"
                    + " in all, days in a row with an answer (UTC), and badges.")
    @APIResponse(
            responseCode = "200",
            description = "What the volunteer has shown",
            content = @Content(schema = @Schema(ref = "Volunteer")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response volunteer(@PathParam("user") String user) {
        return Replies.pass(labels.volunteer(user));
    }

    @POST
    @Path("labels/recompute")
    @Operation(
            operationId = "recomputeConsensus",
            summary = "Recompute consensus and skill from all votes",
            description = "Exact where the running state is close. Votes are taken meanwhile.")
    @APIResponse(
            responseCode = "202",
            description = "A job with its id, to be asked for until it is done",
            content = @Content(schema = @Schema(ref = "Recomputation")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response recompute() {
        return Replies.pass(labels.recompute());
    }

    @GET
    @Path("labels/recompute/{id}")
    @Operation(
            operationId = "getRecomputation",
            summary = "A recomputation: its state, and what it did once it is done")
    @APIResponse(
            responseCode = "200",
            description = "State, and when done the figures and how many consensus changed",
            content = @Content(schema = @Schema(ref = "Recomputation")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response recomputation(@PathParam("id") String id) {
        return Replies.pass(labels.recomputation(id));
    }

    @GET
    @Path("labels/retirement-rules")
    @Operation(operationId = "listRetirementRules", summary = "Retirement rules, and which one is active")
    @APIResponse(
            responseCode = "200",
            description = "The rules",
            content = @Content(schema = @Schema(ref = "RetirementRules")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response rules() {
        return Replies.pass(labels.retirementRules());
    }

    @PUT
    @Path("labels/retirement-rules/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "storeRetirementRule", summary = "Store a retirement rule; a new one is not active yet")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "RetirementRuleRequest"), example = RULE))
    @APIResponse(responseCode = "204", description = "Stored")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response storeRule(@PathParam("name") String name, byte[] body) {
        return Replies.pass(labels.storeRetirementRule(name, body));
    }

    @POST
    @Path("labels/retirement-rules/{name}/activate")
    @Operation(operationId = "activateRetirementRule", summary = "Make a retirement rule the active one")
    @APIResponse(responseCode = "204", description = "Active")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response activateRule(@PathParam("name") String name) {
        return Replies.pass(labels.activateRetirementRule(name));
    }

    @POST
    @Path("labels/retirement-dry-run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "tryRetirementRule",
            summary = "What a retirement rule would have done to the votes so far; changes nothing")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "RetirementRuleRequest"), example = RULE))
    @APIResponse(
            responseCode = "200",
            description = "Sources it retires, votes it spares, classes confirmed",
            content = @Content(schema = @Schema(ref = "RetirementDryRun")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response dryRun(byte[] body) {
        return Replies.pass(labels.retirementDryRun(body));
    }

    @GET
    @Path("sources/{id}/retirement")
    @Operation(
            operationId = "getRetirement",
            summary = "When and why a source was retired and reopened, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "The decisions",
            content = @Content(schema = @Schema(ref = "RetirementDecisions")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response retirement(@PathParam("id") String id) {
        return Replies.pass(labels.retirement(id));
    }

    @POST
    @Path("sources/{id}/retirement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideRetirement",
            summary = "Retire or reopen a source by hand",
            description = "Stands against the active rule until somebody decides again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "RetirementDecisionRequest"),
                            example = "{\"retired\": false, \"by\": \"eve\", \"reason\": \"a spectrum is out\"}"))
    @APIResponse(
            responseCode = "200",
            description = "All decisions, this one first",
            content = @Content(schema = @Schema(ref = "RetirementDecisions")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response decide(@PathParam("id") String id, byte[] body) {
        return Replies.pass(labels.decideRetirement(id, body));
    }
}
