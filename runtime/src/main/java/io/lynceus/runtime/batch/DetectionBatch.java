package io.lynceus.runtime.batch;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.runtime.step.Outcome.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bodies of the services' REST: `{"detections": [...]}` is asked, `{"results": [...]}` is answered in the same order.
public final class DetectionBatch {
    /// Most detections of one request.
    public static final int MOST = 1000;

    private DetectionBatch() {}

    private record Asked(@Nullable List<RawJson> detections) {}

    private record Answered(List<RawJson> results) {}

    private record Failed(ProblemDocument error) {}

    /// The detections of a request, each as it was received.
    ///
    /// @throws Problem 400 if the body is no list of 1 to [#MOST] detections
    public static List<RawJson> read(byte[] body) {
        List<RawJson> detections = Wire.read(body, Asked.class).detections();
        if (detections == null) {
            throw Problem.badRequest("required field detections is missing");
        }
        if (detections.isEmpty() || detections.size() > MOST) {
            throw Problem.badRequest("detections has " + detections.size() + " entries, must have 1 to " + MOST);
        }
        return detections;
    }

    /// The answer to a request.
    ///
    /// @param results one for each detection asked, in the same order
    public static byte[] answer(List<RawJson> results) {
        return Wire.write(new Answered(results));
    }

    /// The result of a detection that was refused: `{"error": ...}`, a problem document of status 422.
    public static RawJson refusal(Rejected rejected) {
        return RawJson.of(
                Wire.write(new Failed(Problem.invalid(rejected.detail()).document())));
    }
}
