package io.lynceus.labels.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.labels.Crowd;
import io.lynceus.labels.Crowd.Recomputed;
import io.lynceus.runtime.job.Job;
import io.lynceus.runtime.job.Jobs;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Computes consensus and skill again from all votes, as a job: it takes longer than a request may.
@Path("/consensus/recompute")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RecomputationResource {
    private final Jobs<Recomputed> jobs = new Jobs<>("recomputation");
    private final Crowd crowd;

    RecomputationResource(Crowd crowd) {
        this.crowd = crowd;
    }

    @PreDestroy
    void close() {
        jobs.close();
    }

    /// @param state `waiting`, `running`, `done`, `failed` or `stopped`
    /// @param failure why it failed
    /// @param result `null` until it is done
    @JsonNaming(SnakeCaseStrategy.class)
    record RecomputationDocument(
            String id,
            String state,
            @Nullable String failure,
            @Nullable RecomputedDocument result) {
        static RecomputationDocument of(Job<Recomputed> job) {
            return new RecomputationDocument(
                    job.id(),
                    job.state().token(),
                    job.failure().isEmpty() ? null : job.failure(),
                    job.result().map(RecomputedDocument::of).orElse(null));
        }
    }

    /// What a recomputation did.
    ///
    /// @param temperature of the crowd's confidence
    /// @param classifierTemperature of the classifier's posteriors
    /// @param changed sources whose consensus is another now
    @JsonNaming(SnakeCaseStrategy.class)
    record RecomputedDocument(
            int votes,
            int sources,
            int users,
            int iterations,
            double temperature,
            double classifierTemperature,
            int changed) {
        static RecomputedDocument of(Recomputed done) {
            return new RecomputedDocument(
                    done.votes(),
                    done.sources(),
                    done.users(),
                    done.iterations(),
                    done.temperature(),
                    done.classifierTemperature(),
                    done.changed());
        }
    }

    @POST
    @Operation(
            summary = "Compute consensus and skill from all votes again",
            description = "Exact where the running state is close. Votes are taken meanwhile. Answers 202 with a job,"
                    + " to be asked for until it is done.")
    public Response recompute() {
        Job<Recomputed> job = jobs.submit("recompute", running -> crowd.recompute());
        return Response.accepted(RecomputationDocument.of(job))
                .location(URI.create("/consensus/recompute/" + job.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A recomputation, and what it did once it is done")
    public RecomputationDocument recomputation(@PathParam("id") String id) {
        return jobs.find(id).map(RecomputationDocument::of).orElseThrow(() -> Problem.unknown("recomputation", id));
    }
}
