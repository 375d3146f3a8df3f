package io.lynceus.classifier.messaging;

import io.lynceus.classifier.ActiveModels;
import io.lynceus.classifier.ClassifiableDetection;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.DetectionFormat;
import io.lynceus.classifier.ModelNotFound;
import io.lynceus.classifier.RecordingClassifier;
import io.lynceus.classifier.RecordingClassifier.Received;
import io.lynceus.classifier.RecordingClassifier.Result;
import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.runtime.step.InboundRecord;
import io.lynceus.runtime.step.Outcome;
import io.lynceus.runtime.step.Outcome.Published;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.lynceus.runtime.step.Outcome.Retracted;
import io.lynceus.runtime.step.StepWork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.errors.RetriableException;

/// Reads a batch of featured detections, has it classified and recorded, and turns the results into outcomes.
final class ClassifyingWork implements StepWork {
    private final DetectionFormat format;
    private final ClassificationStore store;
    private final RecordingClassifier classifier;

    ClassifyingWork(DetectionFormat format, ActiveModels models, ClassificationStore store) {
        this.format = format;
        this.store = store;
        this.classifier = new RecordingClassifier(format, models, store);
    }

    @Override
    public List<Outcome> process(List<InboundRecord> batch) {
        Outcome[] outcomes = new Outcome[batch.size()];
        retire(batch, outcomes);
        List<Integer> places = new ArrayList<>();
        List<Received> received = read(batch, outcomes, places);
        List<Result> results = classify(received);
        for (int i = 0; i < received.size(); i++) {
            outcomes[places.get(i)] = outcome(received.get(i).detection(), results.get(i));
        }
        return Arrays.asList(outcomes);
    }

    /// A tombstone on a source's key says that its detections belong to another.
    private void retire(List<InboundRecord> batch, Outcome[] outcomes) {
        List<String> retired = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            String sourceId = batch.get(i).key();
            if (batch.get(i).value().length == 0 && sourceId != null) {
                retired.add(sourceId);
                outcomes[i] = new Retracted(Topic.CLASSIFICATIONS, sourceId, CloudEvent.idOfMerged(sourceId));
            }
        }
        store.retire(retired);
    }

    private List<Received> read(List<InboundRecord> batch, Outcome[] outcomes, List<Integer> places) {
        List<Received> received = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes[i] != null) {
                continue;
            }
            byte[] featured = batch.get(i).value();
            try {
                received.add(new Received(featured, format.read(featured)));
                places.add(i);
            } catch (UnreadableJson e) {
                outcomes[i] = new Rejected(Reason.UNREADABLE, String.valueOf(e.getMessage()));
            } catch (IllegalArgumentException e) {
                outcomes[i] = new Rejected(Reason.INVALID, String.valueOf(e.getMessage()));
            }
        }
        return received;
    }

    /// A missing model is a fault that passes: its document is on the way, or an operator rolls back.
    private List<Result> classify(List<Received> received) {
        try {
            return classifier.classify(received);
        } catch (ModelNotFound e) {
            throw new RetriableException(e.getMessage(), e) {};
        }
    }

    private static Outcome outcome(ClassifiableDetection detection, Result result) {
        return switch (result) {
            case Result.Classified classified ->
                new Published(
                        Topic.CLASSIFICATIONS,
                        detection.sourceId(),
                        CloudEvent.idOf(detection.detectionId(), detection.associationRevision()),
                        classified.published());
            case Result.Unserved unserved ->
                new Rejected(Reason.NO_MODEL, "no active model serves mission " + detection.mission());
            case Result.Conflicting conflicting ->
                new Rejected(
                        Reason.CONFLICTING_DUPLICATE,
                        "detection " + detection.detectionId()
                                + " was classified before with another featured detection");
        };
    }
}
