package io.lynceus.classifier.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.classifier.evaluation.AssessmentFormat;
import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.fitting.TuningReport;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.rest.TrainingWork.TrainingResult;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.job.Job;
import io.lynceus.runtime.job.Jobs;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/// Long jobs of operators: fits, evaluations, comparisons and tunings, one after the other.
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JobResource {
    private final Jobs<TrainingResult> jobs = new Jobs<>("training");
    private final TrainingWork work;
    private final AssessmentFormat format;

    JobResource(TrainingWork work, AssessmentFormat format) {
        this.work = work;
        this.format = format;
    }

    @PreDestroy
    void close() {
        jobs.close();
    }

    /// @param state `waiting`, `running`, `done`, `failed` or `stopped`
    /// @param done folds or generations, of `total`; 0 of 0 until the first
    /// @param failure why it failed
    /// @param model that a fit made and kept, as `name/version`
    /// @param tuning what a tuning found
    /// @param assessment scores on held-out sky, of a fit or an evaluation
    /// @param comparison of two rules on the same held-out sources
    @JsonNaming(SnakeCaseStrategy.class)
    record JobDocument(
            String id,
            String kind,
            String state,
            long done,
            long total,
            @Nullable String failure,
            @Nullable String model,
            @Nullable TuningDocument tuning,
            @Nullable RawJson assessment,
            @Nullable RawJson comparison) {}

    /// @param weights by category, and `missing` where the rule has one
    /// @param objective value that was maximised, on sources whose densities had not seen them
    record TuningDocument(Map<String, Double> weights, double objective, List<List<Integer>> matrix) {
        static TuningDocument of(TuningReport tuning) {
            Map<String, Double> weights = new LinkedHashMap<>();
            for (PropertyCategory category : PropertyCategory.values()) {
                weights.put(category.wireName(), tuning.rule().weights().of(category));
            }
            if (tuning.rule() instanceof NaiveBayesRule.AuthorsCode authors) {
                weights.put("missing", authors.missingExponent());
            }
            return new TuningDocument(
                    weights, tuning.objective(), tuning.matrix().counts());
        }
    }

    record JobList(List<JobDocument> jobs) {}

    @POST
    @Path("fit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Learn a model from a sample",
            description = "Judged on held-out sky first, then learned from all sources and kept, so that it can be"
                    + " activated. Answers 202 with the job's address.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TrainingRequest.class)))
    public Response fit(byte[] body) {
        return submit("fit", body, work::fit);
    }

    @POST
    @Path("evaluate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judge rules on held-out sky")
    @RequestBody(content = @Content(schema = @Schema(implementation = TrainingRequest.class)))
    public Response evaluate(byte[] body) {
        return submit("evaluate", body, work::evaluate);
    }

    @POST
    @Path("compare")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Judge two rules on the same held-out sources",
            description = "The differences with their 95% intervals over the same draws of sky cells, and which sources"
                    + " go from which class to which. methods names the two rules.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TrainingRequest.class)))
    public Response compare(byte[] body) {
        return submit("compare", body, work::compare);
    }

    @POST
    @Path("tune")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Find the weights of paper mode for a sample")
    @RequestBody(content = @Content(schema = @Schema(implementation = TrainingRequest.class)))
    public Response tune(byte[] body) {
        return submit("tune", body, work::tune);
    }

    @GET
    @Operation(summary = "The jobs of this instance, without their results")
    public byte[] all() {
        return Wire.write(
                new JobList(jobs.all().stream().map(job -> document(job, false)).toList()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One job: its progress, and its result once it is done")
    public byte[] job(@PathParam("id") String id) {
        return Wire.write(document(known(id), true));
    }

    @GET
    @Path("{id}/report")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The scores of a fit or an evaluation as a page")
    public String report(@PathParam("id") String id) {
        return known(id)
                .result()
                .flatMap(TrainingResult::assessment)
                .map(format::html)
                .orElseThrow(() -> Problem.unknown("report", id));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Stop a job",
            description = "It ends after the fold or generation it is at, and leaves nothing; one that is over stays as"
                    + " it is.")
    public Response stop(@PathParam("id") String id) {
        Job<TrainingResult> job = known(id);
        job.stop();
        return Response.accepted(Wire.write(document(job, false))).build();
    }

    private Response submit(
            String kind, byte[] body, Function<TrainingRequest, Function<Job<TrainingResult>, TrainingResult>> asked) {
        TrainingRequest request = Wire.readStrictly(Wire.tree(body), TrainingRequest.class);
        try {
            Job<TrainingResult> job = jobs.submit(kind, asked.apply(request));
            return Response.accepted(Wire.write(document(job, false)))
                    .location(URI.create("/jobs/" + job.id()))
                    .build();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private Job<TrainingResult> known(String id) {
        return jobs.find(id).orElseThrow(() -> Problem.unknown("job", id));
    }

    private JobDocument document(Job<TrainingResult> job, boolean withResult) {
        TrainingResult result = job.result().filter(any -> withResult).orElse(TrainingResult.NOTHING);
        return new JobDocument(
                job.id(),
                job.kind(),
                job.state().token(),
                job.done(),
                job.total(),
                job.failure().isEmpty() ? null : job.failure(),
                result.model().map(ModelId::toString).orElse(null),
                result.tuning().map(TuningDocument::of).orElse(null),
                result.assessment().map(format::json).map(JobResource::raw).orElse(null),
                result.comparison()
                        .map(comparison -> raw(format.json(comparison.report(), comparison.names())))
                        .orElse(null));
    }

    private static RawJson raw(String json) {
        return RawJson.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
