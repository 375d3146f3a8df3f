package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.source.AssociationChange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of the table `reassociations`.
@Entity
@Table(name = "reassociations")
@IdClass(ReassociationEntity.Key.class)
class ReassociationEntity {
    /// A detection and the revision of its association.
    record Key(String detectionId, int revision) {}

    @Id
    private String detectionId = "";

    @Id
    private int revision;

    private String kind = "";

    private String fromSource = "";

    private String toSource = "";

    private String becauseOf = "";

    @Column(name = "at")
    private Instant registeredAt = Instant.EPOCH;

    AssociationChange change() {
        return new AssociationChange(
                detectionId, revision, Tokens.change(kind), fromSource, toSource, becauseOf, registeredAt);
    }
}
