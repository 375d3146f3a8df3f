package io.lynceus.classifier.rest;

import io.lynceus.classifier.ActiveModels;
import io.lynceus.classifier.ActiveModels.CurrentClassification;
import io.lynceus.classifier.DetectionFormat;
import io.lynceus.classifier.RecordingClassifier.Received;
import io.lynceus.contracts.RawJson;
import io.lynceus.runtime.batch.BatchReading;
import io.lynceus.runtime.batch.DetectionBatch;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

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

    @POST
    @Operation(
            summary = "Classify featured detections",
            description = "Answers one classified detection per featured detection, in order; one that cannot be"
                    + " classified has an error, a problem document, in its place.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
    public byte[] classify(byte[] body) {
        BatchReading<Received> reading = BatchReading.of(
                DetectionBatch.read(body), json -> new Received(json.bytes(), format.read(json.bytes())));
        List<Received> received = reading.readable();
        List<Optional<CurrentClassification>> classified =
                models.classify(received.stream().map(Received::detection).toList());
        List<RawJson> results = IntStream.range(0, received.size())
                .mapToObj(i -> result(received.get(i), classified.get(i)))
                .toList();
        return DetectionBatch.answer(reading.inPlace(results, DetectionBatch::refusal));
    }

    private RawJson result(Received received, Optional<CurrentClassification> classified) {
        return classified
                .map(current ->
                        RawJson.of(format.write(received.featured(), current.activation(), current.classification())))
                .orElseGet(() -> DetectionBatch.refusal(new Rejected(
                        Reason.NO_MODEL,
                        "no active model serves mission " + received.detection().mission())));
    }
}
