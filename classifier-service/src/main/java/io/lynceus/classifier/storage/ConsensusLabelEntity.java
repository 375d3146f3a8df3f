package io.lynceus.classifier.storage;

import io.lynceus.classifier.ConsensusChange;
import io.lynceus.classifier.SourceLabel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of the table `consensus_labels`; a withdrawn label has no class.
@Entity
@Table(name = "consensus_labels")
class ConsensusLabelEntity {
    @Id
    private String sourceId = "";

    private Instant announcedAt = Instant.EPOCH;

    @Column(name = "class")
    private @Nullable String sourceClass;

    private @Nullable Double confidence;

    private @Nullable Integer voters;

    private @Nullable String method;

    /// Of a label that stands.
    SourceLabel label() {
        return new SourceLabel(
                sourceId,
                new ConsensusChange.Label(
                        Objects.requireNonNull(sourceClass),
                        Objects.requireNonNull(confidence),
                        Objects.requireNonNull(voters),
                        Objects.requireNonNull(method)),
                announcedAt);
    }
}
