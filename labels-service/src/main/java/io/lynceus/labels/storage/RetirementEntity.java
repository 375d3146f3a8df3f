package io.lynceus.labels.storage;

import io.lynceus.labels.Retirement.RetirementDecision;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of the table `retirements`: one decision on a source.
@Entity
@Table(name = "retirements")
class RetirementEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String sourceId = "";

    private boolean retired;

    private @Nullable String decidedBy;

    private String reason = "";

    private Instant decidedAt = Instant.EPOCH;

    RetirementDecision decision() {
        return new RetirementDecision(retired, Optional.ofNullable(decidedBy), reason, decidedAt);
    }
}
