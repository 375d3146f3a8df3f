package io.lynceus.labels.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.Retirement;
import io.lynceus.labels.Retirement.DryRun;
import io.lynceus.labels.Retirement.RetirementDecision;
import io.lynceus.labels.RetirementRule;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/// Retirement: the rules, a dry run of a rule, and decisions of people.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RetirementResource {
    private final Retirement retirement;

    RetirementResource(Retirement retirement) {
        this.retirement = retirement;
    }

    /// A rule as it is sent; its name is in the address.
    @JsonNaming(SnakeCaseStrategy.class)
    record RuleRequest(
            @Nullable Integer minVoters,
            @Nullable Double minConfidence,
            @Nullable Double minAgreement,
            @Nullable Integer maxVoters) {
        RetirementRule named(String name) {
            if (minVoters == null || minConfidence == null || minAgreement == null || maxVoters == null) {
                throw Problem.invalid("a rule needs min_voters, min_confidence, min_agreement and max_voters");
            }
            try {
                return new RetirementRule(name, minVoters, minConfidence, minAgreement, maxVoters);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(String.valueOf(e.getMessage()));
            }
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record RuleDocument(
            String name, int minVoters, double minConfidence, double minAgreement, int maxVoters, boolean active) {}

    /// @param same of the sources retired with a consensus, those whose class all votes together confirm
    @JsonNaming(SnakeCaseStrategy.class)
    record DryRunDocument(int sources, int votes, int retired, int spared, RateDocument same) {
        static DryRunDocument of(DryRun run) {
            return new DryRunDocument(
                    run.sources(), run.votes(), run.retired(), run.spared(), RateDocument.of(run.same()));
        }
    }

    /// What a person decides.
    @JsonNaming(SnakeCaseStrategy.class)
    record DecisionRequest(
            @Nullable Boolean retired,
            @Nullable String by,
            @Nullable String reason) {}

    /// @param by `null` for a rule
    @JsonNaming(SnakeCaseStrategy.class)
    record DecisionDocument(boolean retired, @Nullable String by, String reason, Instant at) {
        static DecisionDocument of(RetirementDecision decision) {
            return new DecisionDocument(
                    decision.retired(), decision.by().orElse(null), decision.reason(), decision.at());
        }
    }

    @GET
    @Path("retirement/rules")
    @Operation(summary = "Retirement rules, and which one is active")
    public List<RuleDocument> rules() {
        String active = retirement.active();
        return retirement.rules().stream()
                .map(rule -> new RuleDocument(
                        rule.name(),
                        rule.minVoters(),
                        rule.minConfidence(),
                        rule.minAgreement(),
                        rule.maxVoters(),
                        rule.name().equals(active)))
                .toList();
    }

    @PUT
    @Path("retirement/rules/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Store a retirement rule; a new one is not active yet")
    @RequestBody(content = @Content(schema = @Schema(implementation = RuleRequest.class)))
    public void store(@PathParam("name") String name, byte[] body) {
        retirement.store(read(body, RuleRequest.class).named(name));
    }

    @POST
    @Path("retirement/rules/{name}/activate")
    @Operation(summary = "Make a rule the active one")
    public void activate(@PathParam("name") String name) {
        if (!retirement.activate(name)) {
            throw Problem.unknown("retirement rule", name);
        }
    }

    @POST
    @Path("retirement/dry-run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a rule would have done to the votes so far; changes nothing")
    @RequestBody(content = @Content(schema = @Schema(implementation = RuleRequest.class)))
    public DryRunDocument dryRun(byte[] body) {
        return DryRunDocument.of(retirement.tryOut(read(body, RuleRequest.class).named("dry run")));
    }

    @POST
    @Path("sources/{id}/retirement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Retire or reopen a source by hand",
            description = "Stands against the active rule until somebody decides again.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionRequest.class),
                            example = "{\"retired\": false, \"by\": \"eve\", \"reason\": \"a spectrum is out\"}"))
    public List<DecisionDocument> decide(@PathParam("id") String sourceId, byte[] body) {
        DecisionRequest request = read(body, DecisionRequest.class);
        String by = request.by();
        String reason = request.reason();
        if (request.retired() == null || by == null || by.isBlank() || reason == null || reason.isBlank()) {
            throw Problem.invalid("a decision needs retired, by and reason");
        }
        if (!retirement.decide(
                sourceId, new RetirementDecision(request.retired(), Optional.of(by), reason, Instant.now()))) {
            throw Problem.unknown("source", sourceId);
        }
        return history(sourceId);
    }

    @GET
    @Path("sources/{id}/retirement")
    @Operation(summary = "When and why a source was retired and reopened, the latest first")
    public List<DecisionDocument> history(@PathParam("id") String sourceId) {
        return retirement.history(sourceId).orElseThrow(() -> Problem.unknown("source", sourceId)).stream()
                .map(DecisionDocument::of)
                .toList();
    }

    private static <T> T read(byte[] body, Class<T> type) {
        return Wire.readStrictly(Wire.tree(body), type);
    }
}
