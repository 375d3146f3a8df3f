package io.lynceus.classifier.storage;

import io.lynceus.classifier.HistoryEntry;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.SourceClass;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/// A row of the table `classifications`: one detection, classified by one model.
@Entity
@Table(name = "classifications")
@IdClass(ClassificationEntity.Key.class)
class ClassificationEntity {
    @Id
    private String detectionId = "";

    @Id
    private int associationRevision;

    @Id
    private String modelName = "";

    @Id
    private String modelVersion = "";

    private String sourceId = "";

    private String mission = "";

    @Column(name = "class")
    private String sourceClass = "";

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "probabilities::text", write = "?::jsonb")
    private String probabilities = "";

    private double outlierMeasure;

    private long activation;

    private long revision;

    private long featuredDigest;

    private Instant classifiedAt = Instant.EPOCH;

    record Key(String detectionId, int associationRevision, String modelName, String modelVersion) {}

    HistoryEntry entry() {
        return new HistoryEntry(
                detectionId,
                associationRevision,
                mission,
                new SourceClass(sourceClass),
                Probabilities.read(probabilities),
                outlierMeasure,
                new ModelId(modelName, modelVersion),
                activation,
                revision,
                classifiedAt);
    }
}
