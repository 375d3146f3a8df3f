package io.lynceus.crossmatch.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.Crossmatch;
import io.lynceus.crossmatch.CurrentCrossmatch;
import io.lynceus.crossmatch.DetectionFormat;
import io.lynceus.crossmatch.DetectionFormat.UnknownFields;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

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

    /// Enhanced detections in the order asked, or a [FailedDetection] in the place of one.
    record EnhancedList(List<RawJson> results) {}

    /// A detection that cannot be looked up.
    @JsonNaming(SnakeCaseStrategy.class)
    record FailedDetection(@Nullable String detectionId, ProblemDocument error) {}

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
        List<Question> questions =
                DetectionList.of(body).stream().map(this::question).toList();
        Iterator<AssociationOutcome> outcomes = register.preview(questions.stream()
                        .flatMap(question -> question instanceof Readable(var received)
                                ? Stream.of(received.detection())
                                : Stream.empty())
                        .toList())
                .iterator();
        Crossmatch crossmatch = current.now();
        return Wire.write(new EnhancedList(questions.stream()
                .map(question -> switch (question) {
                    case Readable(var received) ->
                        format.write(crossmatch.of(received), outcomes.next());
                    case Unreadable(var failed) -> Wire.write(failed);
                })
                .map(RawJson::of)
                .toList()));
    }

    private Question question(byte[] json) {
        try {
            return new Readable(format.read(json, UnknownFields.REFUSED));
        } catch (UnreadableJson | IllegalArgumentException e) {
            ProblemDocument problem =
                    Problem.invalid(String.valueOf(e.getMessage())).document();
            return new Unreadable(new FailedDetection(id(json), problem));
        }
    }

    /// What one entry of the request asks.
    private sealed interface Question {}

    private record Readable(ReceivedDetection received) implements Question {}

    private record Unreadable(FailedDetection failed) implements Question {}

    @POST
    @Path("detections/conflicts")
    @Operation(
            summary = "Which of these ids are in use for another detection",
            description = "Body: {\"detections\": [...]}, 1 to 1000. Answer: {\"conflicts\": [ids]}: known with other"
                    + " content, or given twice with different content.")
    public byte[] conflicts(byte[] body) {
        List<ReceivedDetection> received = new ArrayList<>();
        for (byte[] json : DetectionList.of(body)) {
            try {
                received.add(format.read(json, UnknownFields.REFUSED));
            } catch (UnreadableJson | IllegalArgumentException e) {
                throw Problem.invalid("detection " + id(json) + ": " + e.getMessage());
            }
        }
        Map<String, ContentDigest> registered = register.digests(
                received.stream().map(one -> one.detection().id()).toList());
        return Wire.write(new Conflicts(ReceivedDetection.conflicts(received, registered)));
    }

    private static @Nullable String id(byte[] json) {
        return Wire.tree(json).path("id").textValue();
    }
}
