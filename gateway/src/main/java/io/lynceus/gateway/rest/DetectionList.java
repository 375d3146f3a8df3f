package io.lynceus.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.DetectionStream.Admitted;
import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.Outcome;
import io.lynceus.gateway.Outcome.Passed;
import io.lynceus.gateway.Outcome.Refused;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.sky.SkyPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads `{"detections": [...]}`, and keeps each detection apart from the errors of the others.
///
/// A good one is written anew, so that the same detection has the same bytes however it was laid out.
final class DetectionList {
    static final int MOST = 1000;

    private static final SchemaCheck CHECK = new SchemaCheck(Topic.DETECTIONS.schema());

    private DetectionList() {}

    /// One place of the list.
    ///
    /// @param id of the detection, `null` where it has none that can be read
    /// @param detection empty where it is refused
    record Entry(@Nullable String id, Optional<Admitted> detection, Outcome outcome) {}

    /// @throws Problem 400 if this is no list of 1 to [#MOST] detections
    static List<Entry> read(byte[] body) {
        JsonNode request = Wire.tree(body);
        if (!request.isObject()) {
            throw Problem.badRequest("the body must be an object: {\"detections\": [...]}");
        }
        for (Map.Entry<String, JsonNode> field : request.properties()) {
            if (!field.getKey().equals("detections")) {
                throw Problem.badRequest("unknown field " + field.getKey() + "; known here: detections");
            }
        }
        JsonNode detections = request.path("detections");
        if (!detections.isArray()) {
            throw Problem.badRequest(
                    detections.isMissingNode()
                            ? "required field detections is missing"
                            : "detections must be an array of detections");
        }
        if (detections.isEmpty() || detections.size() > MOST) {
            throw Problem.badRequest("detections has " + detections.size() + " entries, must have 1 to " + MOST);
        }
        return IntStream.range(0, detections.size())
                .mapToObj(index -> entry(index, detections.get(index)))
                .toList();
    }

    private static Entry entry(int index, JsonNode node) {
        String id = node.path("id").textValue();
        List<String> wrong = new ArrayList<>(CHECK.problems(node));
        try {
            Detection detection = Wire.readStrictly(node, Detection.class);
            if (wrong.isEmpty()) {
                JsonDocument document = JsonDocument.of(Wire.write(detection.withSchema()));
                SkyPosition position = new SkyPosition(
                        detection.position().raDeg(), detection.position().decDeg());
                return new Entry(
                        id, Optional.of(new Admitted(detection.id(), position, document)), new Passed(document));
            }
        } catch (UnreadableJson e) {
            if (wrong.isEmpty() || String.valueOf(e.getMessage()).startsWith("unknown field")) {
                wrong.addFirst(String.valueOf(e.getMessage()));
            }
        } catch (IllegalArgumentException e) {
            wrong.addFirst(String.valueOf(e.getMessage()));
        }
        String detail = String.join("; ", wrong);
        return refused(id, id == null || id.isEmpty() ? "detections[" + index + "]: " + detail : detail);
    }

    private static Entry refused(@Nullable String id, String detail) {
        ProblemDocument problem = ProblemDocument.of("invalid-detection", "The detection is not possible", 422, detail);
        return new Entry(id, Optional.empty(), new Refused(JsonDocument.of(Wire.write(problem))));
    }
}
