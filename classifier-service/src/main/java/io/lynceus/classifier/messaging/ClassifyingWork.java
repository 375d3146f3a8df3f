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
import io.lynceus.runtime.batch.BatchReading;
import io.lynceus.runtime.step.InboundRecord;
import io.lynceus.runtime.step.Outcome;
import io.lynceus.runtime.step.Outcome.Published;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.lynceus.runtime.step.Outcome.Retracted;
import io.lynceus.runtime.step.StepWork;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
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

    private sealed interface StreamRecord {}

    /// A source's detections belong to another source.
    private record Retirement(String sourceId) implements StreamRecord {}

    private record Featured(Received received) implements StreamRecord {}

    @Override
    public List<Outcome> process(List<InboundRecord> batch) {
        BatchReading<StreamRecord> reading = BatchReading.of(batch, this::read);
        List<StreamRecord> records = reading.readable();
        store.retire(records.stream()
                .flatMap(record -> record instanceof Retirement(String sourceId) ? Stream.of(sourceId) : Stream.empty())
                .toList());
        Iterator<Result> results = classify(records.stream()
                        .flatMap(record ->
                                record instanceof Featured(Received received) ? Stream.of(received) : Stream.empty())
                        .toList())
                .iterator();
        List<Outcome> outcomes = new ArrayList<>();
        for (StreamRecord record : records) {
            outcomes.add(
                    switch (record) {
                        case Retirement(String sourceId) ->
                            new Retracted(Topic.CLASSIFICATIONS, sourceId, CloudEvent.idOfMerged(sourceId));
                        case Featured(Received received) -> outcome(received.detection(), results.next());
                    });
        }
        return reading.inPlace(outcomes, rejected -> rejected);
    }

    /// A tombstone on a source's key retires the source.
    private StreamRecord read(InboundRecord record) {
        String sourceId = record.key();
        return record.value().length == 0 && sourceId != null
                ? new Retirement(sourceId)
                : new Featured(new Received(record.value(), format.read(record.value())));
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
