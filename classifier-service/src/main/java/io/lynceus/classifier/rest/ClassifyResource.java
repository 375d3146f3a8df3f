package io.lynceus.classifier.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.classifier.ActiveModels;
import io.lynceus.classifier.ActiveModels.CurrentClassification;
import io.lynceus.classifier.ClassifiableDetection;
import io.lynceus.classifier.DetectionFormat;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/// Classifies featured detections at once; writes nothing.
@Path("/classify")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ClassifyResource {
    private final DetectionFormat format;
    private final ActiveModels models;

    ClassifyResource(DetectionFormat format, ActiveModels models) {
        this.format = format;
        this.models = models;
    }

    /// @param detections featured detections, see the schema `featured-detection`
    @JsonNaming(SnakeCaseStrategy.class)
    record ClassifyRequest(@Nullable List<RawJson> detections) {}

    /// @param results one per detection, in order: a classified detection, or an error in its place
    record ClassifyAnswer(List<RawJson> results) {}

    /// What stands in the place of a detection that cannot be classified.
    record ClassifyError(ProblemDocument error) {}

    @POST
    @Operation(
            summary = "Classify featured detections",
            description = "Answers one classified detection per featured detection, in order; one that cannot be"
                    + " classified has an error, a problem document, in its place.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
    public byte[] classify(byte[] body) {
        List<RawJson> detections = Wire.read(body, ClassifyRequest.class).detections();
        if (detections == null) {
            throw Problem.badRequest("required field detections is missing");
        }
        RawJson[] answers = new RawJson[detections.size()];
        List<Integer> places = new ArrayList<>();
        List<ClassifiableDetection> readable = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            try {
                readable.add(format.read(detections.get(i).bytes()));
                places.add(i);
            } catch (UnreadableJson | IllegalArgumentException e) {
                answers[i] = error(Problem.invalid(String.valueOf(e.getMessage())));
            }
        }
        List<Optional<CurrentClassification>> classified = models.classify(readable);
        for (int i = 0; i < readable.size(); i++) {
            int place = places.get(i);
            String mission = readable.get(i).mission();
            answers[place] = classified
                    .get(i)
                    .map(answer -> RawJson.of(
                            format.write(detections.get(place).bytes(), answer.activation(), answer.classification())))
                    .orElseGet(() -> error(Problem.invalid("no active model serves mission " + mission)));
        }
        return Wire.write(new ClassifyAnswer(Arrays.asList(answers)));
    }

    private static RawJson error(Problem problem) {
        return RawJson.of(Wire.write(new ClassifyError(problem.document())));
    }
}
