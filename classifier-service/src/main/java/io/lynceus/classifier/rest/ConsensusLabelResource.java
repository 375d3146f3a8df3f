package io.lynceus.classifier.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.classifier.ConsensusLabels;
import io.lynceus.classifier.SourceLabel;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Consensus labels of the volunteers.
@Path("/consensus-labels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConsensusLabelResource {
    private final ConsensusLabels labels;

    ConsensusLabelResource(ConsensusLabels labels) {
        this.labels = labels;
    }

    record Labels(List<Label> labels) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Label(
            String sourceId,
            @JsonProperty("class") String sourceClass,
            double confidence,
            int voters,
            String method,
            String announcedAt) {
        static Label of(SourceLabel source) {
            return new Label(
                    source.sourceId(),
                    source.label().sourceClass(),
                    source.label().confidence(),
                    source.label().voters(),
                    source.label().method(),
                    source.announcedAt().toString());
        }
    }

    @GET
    @Operation(summary = "Sources on whose class the volunteers agree, by source id")
    public byte[] labels(
            @Parameter(description = "Least probability that the class is right, in [0, 1]; default 0")
                    @RestQuery("min_confidence")
                    @Nullable
                    Double minConfidence) {
        double least = minConfidence == null ? 0 : minConfidence;
        if (!(least >= 0 && least <= 1)) {
            throw Problem.invalid("min_confidence is " + least + ", must lie in [0, 1]");
        }
        return Wire.write(
                new Labels(labels.labels(least).stream().map(Label::of).toList()));
    }
}
