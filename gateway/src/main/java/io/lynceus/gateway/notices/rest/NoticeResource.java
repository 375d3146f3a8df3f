package io.lynceus.gateway.notices.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.detections.rest.DetectionResource;
import io.lynceus.gateway.rest.LargeBody;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `POST /api/v1/notices`: alerts of other missions onto the stream.
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Stream")
public class NoticeResource {
    private final NoticeKinds kinds;
    private final DetectionResource detections;

    NoticeResource(NoticeKinds kinds, DetectionResource detections) {
        this.kinds = kinds;
        this.detections = detections;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendNotice",
            summary = "Put the detection of a GCN notice on the stream",
            description = "Takes one JSON notice of Einstein Probe (WXT alert) or MAXI (GSC), as it comes from GCN's"
                    + " Kafka. Its detection is answered like one that was sent to /detections; a later issue of the same"
                    + " notice counts as a further detection, retractions and tests are refused.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Notice")))
    @APIResponse(
            responseCode = "202",
            description = "The detection is on the stream; 422 if it is not possible",
            content = @Content(schema = @Schema(ref = "Admission")))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "409", description = "The id is known with another content", ref = "Conflict")
    @APIResponse(
            responseCode = "422",
            description = "It was not accepted",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Admission")),
                @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(ref = "Problem"))
            })
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response send(@LargeBody byte[] body) {
        JsonNode notice = Wire.tree(body);
        if (!notice.isObject()) {
            throw Problem.badRequest("the body must be an object: one notice");
        }
        try {
            return detections.sendNotified(kinds.detection(notice));
        } catch (NoticeRefused e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }
}
