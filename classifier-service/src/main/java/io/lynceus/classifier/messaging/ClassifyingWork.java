package io.lynceus.classifier.messaging;

import io.lynceus.classifier.ActiveModels;
import io.lynceus.classifier.ActiveModels.Answer;
import io.lynceus.classifier.ClassifiableDetection;
import io.lynceus.classifier.ClassificationRecord;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.ClassificationStore.Kept;
import io.lynceus.classifier.DetectionFormat;
import io.lynceus.classifier.ModelNotFound;
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
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;

/// Classifies a batch of featured detections, keeps the results and passes them on.
final class ClassifyingWork implements StepWork {
    private final DetectionFormat format;
    private final ActiveModels models;
    private final ClassificationStore store;

    ClassifyingWork(DetectionFormat format, ActiveModels models, ClassificationStore store) {
        this.format = format;
        this.models = models;
        this.store = store;
    }

    private record Readable(int place, byte[] featured, ClassifiableDetection detection) {}

    @Override
    public List<Outcome> process(List<InboundRecord> batch) {
        Outcome[] outcomes = new Outcome[batch.size()];
        retire(batch, outcomes);
        List<Readable> readable = read(batch, outcomes);
        List<Optional<Answer>> answers = classify(readable);
        List<Readable> classified = new ArrayList<>();
        List<ClassificationRecord> records = new ArrayList<>();
        for (int i = 0; i < readable.size(); i++) {
            Readable one = readable.get(i);
            answers.get(i)
                    .ifPresentOrElse(
                            answer -> {
                                classified.add(one);
                                records.add(record(one, answer));
                            },
                            () -> outcomes[one.place()] = new Rejected(
                                    Reason.NO_MODEL,
                                    "no active model serves mission "
                                            + one.detection().mission()));
        }
        List<Kept> kept = store.record(records);
        for (int i = 0; i < records.size(); i++) {
            outcomes[classified.get(i).place()] = outcome(classified.get(i), records.get(i), kept.get(i));
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

    private List<Readable> read(List<InboundRecord> batch, Outcome[] outcomes) {
        List<Readable> readable = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes[i] != null) {
                continue;
            }
            byte[] featured = batch.get(i).value();
            try {
                readable.add(new Readable(i, featured, format.read(featured)));
            } catch (UnreadableJson e) {
                outcomes[i] = new Rejected(Reason.UNREADABLE, String.valueOf(e.getMessage()));
            } catch (IllegalArgumentException e) {
                outcomes[i] = new Rejected(Reason.INVALID, String.valueOf(e.getMessage()));
            }
        }
        return readable;
    }

    /// A model missing here is a fault that passes: its document is on the way, or an operator rolls back.
    private List<Optional<Answer>> classify(List<Readable> readable) {
        try {
            return models.classify(readable.stream().map(Readable::detection).toList());
        } catch (ModelNotFound e) {
            throw new RetriableException(e.getMessage(), e) {};
        }
    }

    private ClassificationRecord record(Readable one, Answer answer) {
        return new ClassificationRecord(
                one.detection(),
                answer.classification(),
                answer.activation(),
                digest(one.featured()),
                format.write(one.featured(), answer.activation(), answer.classification()));
    }

    private Outcome outcome(Readable one, ClassificationRecord record, Kept kept) {
        if (kept.conflict()) {
            return new Rejected(
                    Reason.CONFLICTING_DUPLICATE,
                    "detection " + one.detection().detectionId()
                            + " was classified before with another featured detection");
        }
        byte[] published = kept.activation() == record.activation()
                ? record.published()
                : format.write(one.featured(), kept.activation(), record.classification());
        return new Published(
                Topic.CLASSIFICATIONS,
                one.detection().sourceId(),
                CloudEvent.idOf(one.detection().detectionId(), one.detection().associationRevision()),
                published);
    }

    /// First 64 bits of the SHA-256 of a record.
    private static long digest(byte[] value) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(value))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
