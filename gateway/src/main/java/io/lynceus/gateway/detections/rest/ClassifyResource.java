package io.lynceus.gateway.detections.rest;

import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.detections.ClassificationChain;
import io.lynceus.gateway.detections.HopResult;
import io.lynceus.gateway.detections.rest.ClassificationDocuments.Classifications;
import io.lynceus.gateway.detections.rest.DetectionList.SubmittedDetection;
import io.lynceus.gateway.rest.LargeBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/// Classification at once.
@Path("/api/v1/classify")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Classification")
public class ClassifyResource {
    private final ClassificationChain chain;

    ClassifyResource(ClassificationChain chain) {
        this.chain = chain;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "classify",
            summary = "Classify detections at once",
            description =
                    "Takes 1 to 1000 detections and answers with one entry for each, in the order asked: the class"
                            + " with its probabilities and the evidence behind it, or at its place a problem document that says"
                            + " what is wrong with the detection. Nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "DetectionList"),
                            examples = @ExampleObject(name = "one source", ref = "one-source")))
    @APIResponse(
            responseCode = "200",
            description = "One entry per detection, in the order asked",
            content = @Content(schema = @Schema(ref = "Classifications")))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public byte[] classify(
            @LargeBody byte[] body,
            @Parameter(
                            description = "Count the stored epochs of the source in; otherwise the detection stands"
                                    + " alone.")
                    @RestQuery
                    boolean history) {
        List<SubmittedDetection> submitted = DetectionList.read(body);
        List<HopResult> results = chain.classify(
                submitted.stream().map(SubmittedDetection::result).toList(), history);
        List<RawJson> answers = IntStream.range(0, submitted.size())
                .mapToObj(i -> ClassificationDocuments.entry(submitted.get(i).id(), results.get(i)))
                .toList();
        return Wire.write(new Classifications(answers));
    }
}
