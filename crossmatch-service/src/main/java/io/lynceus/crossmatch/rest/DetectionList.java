package io.lynceus.crossmatch.rest;

import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request's body: a list of detections, each kept as it was received.
record DetectionList(@Nullable List<RawJson> detections) {
    private static final int MOST = 1000;

    /// @throws Problem 400 where the body is no such list
    static List<byte[]> of(byte[] body) {
        List<RawJson> detections = Wire.read(body, DetectionList.class).detections();
        if (detections == null || detections.isEmpty() || detections.size() > MOST) {
            throw Problem.badRequest("the body must be {\"detections\": [...]} with 1 to " + MOST + " detections, has "
                    + (detections == null ? "none" : detections.size()));
        }
        return detections.stream().map(RawJson::bytes).toList();
    }
}
