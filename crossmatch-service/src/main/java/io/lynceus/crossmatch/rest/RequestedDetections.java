package io.lynceus.crossmatch.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.DetectionFormat;
import io.lynceus.crossmatch.DetectionFormat.UnknownFields;
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.runtime.batch.BatchReading;
import io.lynceus.runtime.batch.DetectionBatch;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.runtime.step.Outcome.Rejected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The detections of a request's body, each read, or refused at its place.
final class RequestedDetections {
    private final List<RawJson> asked;
    private final BatchReading<ReceivedDetection> reading;

    /// @throws Problem 400 where the body is no list of detections
    RequestedDetections(byte[] body, DetectionFormat format) {
        asked = DetectionBatch.read(body);
        reading = BatchReading.of(asked, json -> format.read(json.bytes(), UnknownFields.REFUSED));
    }

    /// A detection that cannot be looked up.
    @JsonNaming(SnakeCaseStrategy.class)
    private record FailedDetection(@Nullable String detectionId, ProblemDocument error) {}

    /// Those that can be read, in their order.
    List<ReceivedDetection> readable() {
        return reading.readable();
    }

    /// All of them.
    ///
    /// @throws Problem 422 where one cannot be read; names it
    List<ReceivedDetection> allReadable() {
        List<Optional<Rejected>> refusals = refusals();
        for (int i = 0; i < asked.size(); i++) {
            if (refusals.get(i).isPresent()) {
                throw Problem.invalid("detection " + id(asked.get(i)) + ": "
                        + refusals.get(i).get().detail());
            }
        }
        return reading.readable();
    }

    /// The body of the answer, with a problem in the place of each detection that cannot be read.
    ///
    /// @param results one for each of [#readable], in their order
    byte[] answer(List<RawJson> results) {
        Iterator<RawJson> next = results.iterator();
        List<Optional<Rejected>> refusals = refusals();
        List<RawJson> all = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            RawJson json = asked.get(i);
            all.add(refusals.get(i).map(refused -> failed(json, refused)).orElseGet(next::next));
        }
        return DetectionBatch.answer(all);
    }

    private List<Optional<Rejected>> refusals() {
        return reading.inPlace(Collections.nCopies(reading.readable().size(), Optional.empty()), Optional::of);
    }

    private static RawJson failed(RawJson json, Rejected refused) {
        return RawJson.of(Wire.write(
                new FailedDetection(id(json), Problem.invalid(refused.detail()).document())));
    }

    private static @Nullable String id(RawJson json) {
        return Wire.tree(json.bytes()).path("id").textValue();
    }
}
