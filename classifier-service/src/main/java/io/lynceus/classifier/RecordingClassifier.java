package io.lynceus.classifier;

import io.lynceus.classifier.ActiveModels.CurrentClassification;
import io.lynceus.classifier.ClassificationStore.Kept;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Classifies featured detections under the active models, records the results, and says what is published of them.
public final class RecordingClassifier {
    private final DetectionFormat format;
    private final ActiveModels models;
    private final ClassificationStore store;

    public RecordingClassifier(DetectionFormat format, ActiveModels models, ClassificationStore store) {
        this.format = format;
        this.models = models;
        this.store = store;
    }

    /// A featured detection as received, and what was read from it.
    public record Received(byte[] featured, ClassifiableDetection detection) {}

    /// Result for one detection.
    public sealed interface Result {
        /// @param published the classified detection; the same bytes for a repeat
        record Classified(byte[] published) implements Result {}

        /// No active model serves the detection's mission.
        record Unserved() implements Result {}

        /// The id was used before with another featured detection; nothing was changed.
        record Conflicting() implements Result {}
    }

    /// One result per detection, in order, all under one activation.
    ///
    /// @throws ModelNotFound if the activation names a model that the catalogue lacks
    public List<Result> classify(List<Received> batch) {
        List<Optional<CurrentClassification>> current =
                models.classify(batch.stream().map(Received::detection).toList());
        List<ClassificationRecord> records = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Received received = batch.get(i);
            current.get(i).ifPresent(classified -> records.add(record(received, classified)));
        }
        List<Kept> kept = store.record(records);
        List<Result> results = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (current.get(i).isEmpty()) {
                results.add(new Result.Unserved());
            } else {
                results.add(result(batch.get(i), records.get(next), kept.get(next)));
                next++;
            }
        }
        return results;
    }

    private ClassificationRecord record(Received received, CurrentClassification current) {
        return new ClassificationRecord(
                received.detection(),
                current.classification(),
                current.activation(),
                digest(received.featured()),
                format.write(received.featured(), current.activation(), current.classification()));
    }

    private Result result(Received received, ClassificationRecord record, Kept kept) {
        if (kept.conflict()) {
            return new Result.Conflicting();
        }
        return new Result.Classified(
                kept.activation() == record.activation()
                        ? record.published()
                        : format.write(received.featured(), kept.activation(), record.classification()));
    }

    /// First 64 bits of the SHA-256 of a featured detection.
    private static long digest(byte[] featured) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(featured))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
