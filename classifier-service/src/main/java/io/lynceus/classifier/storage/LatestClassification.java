package io.lynceus.classifier.storage;

import io.lynceus.classifier.HistoryEntry;
import io.lynceus.classifier.SourceClassification;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.sky.SkyPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.OptionalDouble;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/// A row of the table `sources`, but for the many kilobytes of the classified detection.
@MappedSuperclass
abstract class LatestClassification {
    /// Columns of a native query.
    static final String COLUMNS = "source_id, name, ra_deg, dec_deg, cell, detection_id, association_revision, mission,"
            + " model_name, model_version, class, probability, probabilities::text AS probabilities, outlier_measure,"
            + " outlier_false_alarm, variability, activation, revision, classified_at";

    @Id
    private String sourceId = "";

    private String name = "";

    private double raDeg;

    private double decDeg;

    private long cell;

    private String detectionId = "";

    private int associationRevision;

    private String mission = "";

    private String modelName = "";

    private String modelVersion = "";

    @Column(name = "class")
    private String sourceClass = "";

    private double probability;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "probabilities::text", write = "?::jsonb")
    private String probabilities = "";

    private double outlierMeasure;

    private @Nullable Double outlierFalseAlarm;

    private @Nullable Double variability;

    private long activation;

    private long revision;

    private Instant classifiedAt = Instant.EPOCH;

    SourceClassification source() {
        return new SourceClassification(
                sourceId,
                name,
                new SkyPosition(raDeg, decDeg),
                new HistoryEntry(
                        detectionId,
                        associationRevision,
                        mission,
                        new SourceClass(sourceClass),
                        Probabilities.read(probabilities),
                        outlierMeasure,
                        new ModelId(modelName, modelVersion),
                        activation,
                        revision,
                        classifiedAt),
                optional(outlierFalseAlarm),
                optional(variability));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
