package io.lynceus.gateway.detections.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.detections.AdmittedDetection;
import io.lynceus.gateway.detections.DetectionServices;
import io.lynceus.gateway.detections.DetectionStream;
import io.lynceus.gateway.detections.HopResult;
import io.lynceus.gateway.detections.rest.DetectionList.SubmittedDetection;
import io.lynceus.gateway.rest.LargeBody;
import io.lynceus.gateway.suite.ServiceAway;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Detections for the stream.
@Path("/api/v1/detections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Stream")
public class DetectionResource {
    private final DetectionServices services;
    private final DetectionStream stream;

    DetectionResource(DetectionServices services, DetectionStream stream) {
        this.services = services;
        this.stream = stream;
    }

    /// @param duplicatesChecked false if it could not be asked whether an id is known with another content; one that is
    ///     then ends in the dead letters
    @JsonNaming(SnakeCaseStrategy.class)
    record Admission(int accepted, int rejected, boolean duplicatesChecked, List<AdmissionEntry> detections) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AdmissionEntry(
            @Nullable String detectionId,
            String status,
            @Nullable RawJson error) {
        static AdmissionEntry of(SubmittedDetection detection) {
            return detection.result() instanceof HopResult.Rejected(RawJson problem)
                    ? new AdmissionEntry(detection.id(), "rejected", problem)
                    : new AdmissionEntry(detection.id(), "accepted", null);
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Conflict(String type, String title, int status, String detail, Set<String> detectionIds) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendDetections",
            summary = "Put detections on the stream",
            description = "Takes 1 to 1000 detections; when the answer comes, the broker has the accepted ones. What"
                    + " becomes of them is on the event stream and at their source. Sending a detection again is"
                    + " harmless; the same id with another content is refused, and then none of the request is taken.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "DetectionList"),
                            examples = @ExampleObject(name = "one source", ref = "one-source")))
    @APIResponse(
            responseCode = "202",
            description = "Accepted, with one entry per detection in the order given; 422 if none was",
            content = @Content(schema = @Schema(ref = "Admission")))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "409", description = "Ids are known with another content", ref = "Conflict")
    @APIResponse(
            responseCode = "422",
            description = "None was accepted",
            content = @Content(schema = @Schema(ref = "Admission")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response send(@LargeBody byte[] body) {
        return admit(DetectionList.read(body));
    }

    /// Puts the detection of a notice on the stream, answered as if it was sent here.
    public Response sendNotified(Detection detection) {
        return admit(DetectionList.of(detection));
    }

    private Response admit(List<SubmittedDetection> submitted) {
        Map<String, AdmittedDetection> admitted = new LinkedHashMap<>();
        Set<String> conflicts = new TreeSet<>();
        submitted.stream()
                .map(SubmittedDetection::admitted)
                .flatMap(Optional::stream)
                .forEach(detection -> {
                    AdmittedDetection first = admitted.putIfAbsent(detection.id(), detection);
                    if (first != null && !first.document().equals(detection.document())) {
                        conflicts.add(detection.id());
                    }
                });
        List<AdmittedDetection> detections = List.copyOf(admitted.values());
        boolean checked = detections.isEmpty() || addKnown(detections, conflicts);
        if (!conflicts.isEmpty()) {
            return conflict(conflicts);
        }
        stream.send(detections);
        List<AdmissionEntry> answers =
                submitted.stream().map(AdmissionEntry::of).toList();
        int accepted = (int) submitted.stream()
                .filter(detection -> detection.admitted().isPresent())
                .count();
        return Response.status(accepted == 0 ? 422 : 202)
                .type(MediaType.APPLICATION_JSON)
                .entity(Wire.write(new Admission(accepted, submitted.size() - accepted, checked, answers)))
                .build();
    }

    /// The stream takes detections while cross-match is away; a conflicting duplicate then ends in the dead letters.
    private boolean addKnown(List<AdmittedDetection> detections, Set<String> conflicts) {
        try {
            conflicts.addAll(services.conflicts(
                    detections.stream().map(AdmittedDetection::document).toList()));
            return true;
        } catch (ServiceAway e) {
            return false;
        }
    }

    private static Response conflict(Set<String> ids) {
        ProblemDocument problem = ProblemDocument.of(
                "conflicting-duplicate",
                "Conflicting duplicate",
                409,
                "known or given with another content: " + String.join(", ", ids) + "; nothing was taken");
        return Response.status(409)
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(Wire.write(new Conflict(
                        problem.type(), problem.title(), problem.status(), String.valueOf(problem.detail()), ids)))
                .build();
    }
}
