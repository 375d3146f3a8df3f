package io.lynceus.crossmatch.messaging;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
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
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.runtime.step.InboundRecord;
import io.lynceus.runtime.step.Outcome;
import io.lynceus.runtime.step.Outcome.Published;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.lynceus.runtime.step.Outcome.Several;
import io.lynceus.runtime.step.StepWork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /// A detection with the place of its record in the batch.
    private record Placed(int place, CrossmatchedDetection detection) {}

    @Override
    public List<Outcome> process(List<InboundRecord> batch) {
        Outcome[] outcomes = new Outcome[batch.size()];
        List<Placed> readable = read(batch, outcomes);
        List<Registration> registrations =
                register.register(readable.stream().map(Placed::detection).toList());
        for (int i = 0; i < readable.size(); i++) {
            Placed one = readable.get(i);
            outcomes[one.place()] = switch (registrations.get(i)) {
                case Registered(var own, var reassociated) ->
                    Several.of(Stream.concat(Stream.of(own), reassociated.stream())
                            .<Outcome>map(CrossmatchWork::published)
                            .toList());
                case ConflictingDuplicate() ->
                    new Rejected(
                            Reason.CONFLICTING_DUPLICATE,
                            "detection " + one.detection().id() + " was received before with other content");
            };
        }
        return Arrays.asList(outcomes);
    }

    private static Published published(RegisteredDetection one) {
        return new Published(
                Topic.ENHANCED_DETECTIONS,
                one.sourceId(),
                CloudEvent.idOf(one.detectionId(), one.revision()),
                one.record());
    }

    private List<Placed> read(List<InboundRecord> batch, Outcome[] outcomes) {
        Crossmatch crossmatch = current.now();
        List<Placed> readable = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            try {
                ReceivedDetection received = format.read(batch.get(i).value(), UnknownFields.TOLERATED);
                readable.add(new Placed(i, crossmatch.of(received)));
            } catch (UnreadableJson e) {
                outcomes[i] = new Rejected(Reason.UNREADABLE, String.valueOf(e.getMessage()));
            } catch (IllegalArgumentException e) {
                outcomes[i] = new Rejected(Reason.INVALID, String.valueOf(e.getMessage()));
            }
        }
        return readable;
    }
}
