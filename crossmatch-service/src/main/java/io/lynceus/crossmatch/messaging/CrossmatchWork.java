package io.lynceus.crossmatch.messaging;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.crossmatch.Crossmatch;
import io.lynceus.crossmatch.CrossmatchedDetection;
import io.lynceus.crossmatch.CurrentCrossmatch;
import io.lynceus.crossmatch.DetectionFormat;
import io.lynceus.crossmatch.DetectionFormat.UnknownFields;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.crossmatch.RegisteredDetection;
import io.lynceus.crossmatch.Registration;
import io.lynceus.crossmatch.Registration.ConflictingDuplicate;
import io.lynceus.crossmatch.Registration.Registered;
import io.lynceus.runtime.batch.BatchReading;
import io.lynceus.runtime.step.InboundRecord;
import io.lynceus.runtime.step.Outcome;
import io.lynceus.runtime.step.Outcome.Published;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.lynceus.runtime.step.Outcome.Several;
import io.lynceus.runtime.step.StepWork;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Cross-matches a batch of detections, registers them and passes them on.
final class CrossmatchWork implements StepWork {
    private final DetectionFormat format;
    private final CurrentCrossmatch current;
    private final DetectionRegister register;

    CrossmatchWork(DetectionFormat format, CurrentCrossmatch current, DetectionRegister register) {
        this.format = format;
        this.current = current;
        this.register = register;
    }

    @Override
    public List<Outcome> process(List<InboundRecord> batch) {
        Crossmatch crossmatch = current.now();
        BatchReading<CrossmatchedDetection> reading =
                BatchReading.of(batch, record -> crossmatch.of(format.read(record.value(), UnknownFields.TOLERATED)));
        List<CrossmatchedDetection> detections = reading.readable();
        List<Registration> registrations = register.register(detections);
        List<Outcome> outcomes = IntStream.range(0, detections.size())
                .mapToObj(i -> outcome(detections.get(i), registrations.get(i)))
                .toList();
        return reading.inPlace(outcomes, rejected -> rejected);
    }

    private static Outcome outcome(CrossmatchedDetection detection, Registration registration) {
        return switch (registration) {
            case Registered(var own, var reassociated) ->
                Several.of(Stream.concat(Stream.of(own), reassociated.stream())
                        .<Outcome>map(CrossmatchWork::published)
                        .toList());
            case ConflictingDuplicate() ->
                new Rejected(
                        Reason.CONFLICTING_DUPLICATE,
                        "detection " + detection.id() + " was received before with other content");
        };
    }

    private static Published published(RegisteredDetection one) {
        return new Published(
                Topic.ENHANCED_DETECTIONS,
                one.sourceId(),
                CloudEvent.idOf(one.detectionId(), one.revision()),
                one.record());
    }
}
