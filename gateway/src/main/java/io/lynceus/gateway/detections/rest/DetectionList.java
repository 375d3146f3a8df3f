package io.lynceus.gateway.detections.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.detections.AdmittedDetection;
import io.lynceus.gateway.detections.HopResult;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.sky.SkyPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The door for detections: reads `{"detections": [...]}` and checks each detection once against its schema.
///
/// A detection with an error does not touch the others. An admitted one is written again, so that the same content has
/// the same bytes whatever its layout was.
final class DetectionList {
    static final int MOST = 1000;

    private static final SchemaCheck CHECK = new SchemaCheck(Topic.DETECTIONS.schema());

    private DetectionList() {}

    /// One place of the list.
    ///
    /// @param id of the detection, `null` where it has none that can be read
    /// @param admitted the detection; empty where it is rejected
    /// @param result the detection or the problem, for the services
    record SubmittedDetection(@Nullable String id, Optional<AdmittedDetection> admitted, HopResult result) {}

    /// Reads the list from a request.
    ///
    /// @throws Problem 400 if this is no list of 1 to [#MOST] detections
    static List<SubmittedDetection> read(byte[] body) {
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
                .mapToObj(index -> submitted(index, detections.get(index)))
                .toList();
    }

    /// A list of one detection that the gateway has made.
    static List<SubmittedDetection> of(Detection detection) {
        return List.of(submitted(0, Wire.tree(Wire.write(detection))));
    }

    private static SubmittedDetection submitted(int index, JsonNode node) {
        String id = node.path("id").textValue();
        List<String> wrong = new ArrayList<>(CHECK.problems(node));
        try {
            Detection detection = Wire.readStrictly(node, Detection.class);
            if (wrong.isEmpty()) {
                RawJson document = RawJson.of(Wire.write(detection.withSchema()));
                SkyPosition position = new SkyPosition(
                        detection.position().raDeg(), detection.position().decDeg());
                return new SubmittedDetection(
                        id,
                        Optional.of(new AdmittedDetection(detection.id(), position, document)),
                        new HopResult.Passed(document));
            }
        } catch (UnreadableJson e) {
            if (wrong.isEmpty() || String.valueOf(e.getMessage()).startsWith("unknown field")) {
                wrong.addFirst(String.valueOf(e.getMessage()));
            }
        } catch (IllegalArgumentException e) {
            wrong.addFirst(String.valueOf(e.getMessage()));
        }
        String detail = String.join("; ", wrong);
        return rejected(id, id == null || id.isEmpty() ? "detections[" + index + "]: " + detail : detail);
    }

    private static SubmittedDetection rejected(@Nullable String id, String detail) {
        ProblemDocument problem = ProblemDocument.of("invalid-detection", "The detection is not possible", 422, detail);
        return new SubmittedDetection(id, Optional.empty(), new HopResult.Rejected(RawJson.of(Wire.write(problem))));
    }
}
