package io.lynceus.crossmatch.rest;

import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.Crossmatch;
import io.lynceus.crossmatch.CurrentCrossmatch;
import io.lynceus.crossmatch.DetectionFormat;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Looks detections up without registering them.
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CrossmatchResource {
    private final DetectionFormat format;
    private final CurrentCrossmatch current;
    private final DetectionRegister register;

    CrossmatchResource(DetectionFormat format, CurrentCrossmatch current, DetectionRegister register) {
        this.format = format;
        this.current = current;
        this.register = register;
    }

    /// Ids that are known, or given twice, with different content.
    record Conflicts(Set<String> conflicts) {}

    @POST
    @Path("crossmatch")
    @Operation(
            summary = "Look detections up",
            description = "Body: {\"detections\": [...]}, 1 to 1000. Answer: {\"results\": [...]} in the same"
                    + " order, an entry {\"detection_id\", \"error\"} in the place of a detection that cannot be looked"
                    + " up. Writes nothing: the association is the one the detection would have now.")
    public byte[] crossmatch(byte[] body) {
        RequestedDetections requested = new RequestedDetections(body, format);
        List<ReceivedDetection> readable = requested.readable();
        List<AssociationOutcome> outcomes = register.preview(
                readable.stream().map(ReceivedDetection::detection).toList());
        Crossmatch crossmatch = current.now();
        List<RawJson> results = new ArrayList<>(readable.size());
        for (int i = 0; i < readable.size(); i++) {
            results.add(RawJson.of(format.write(crossmatch.of(readable.get(i)), outcomes.get(i))));
        }
        return requested.answer(results);
    }

    @POST
    @Path("detections/conflicts")
    @Operation(
            summary = "Which of these ids are in use for another detection",
            description = "Body: {\"detections\": [...]}, 1 to 1000. Answer: {\"conflicts\": [ids]}: known with other"
                    + " content, or given twice with different content.")
    public byte[] conflicts(byte[] body) {
        List<ReceivedDetection> received = new RequestedDetections(body, format).allReadable();
        Map<String, ContentDigest> registered = register.digests(
                received.stream().map(one -> one.detection().id()).toList());
        return Wire.write(new Conflicts(ReceivedDetection.conflicts(received, registered)));
    }
}
