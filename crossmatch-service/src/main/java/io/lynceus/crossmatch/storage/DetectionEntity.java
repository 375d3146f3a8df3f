package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.crossmatch.source.SourceMember;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of the table `detections` without its record, which only the set-based statements of the stream need.
@Entity
@Table(name = "detections")
class DetectionEntity {
    @Id
    private String id = "";

    private String sourceId = "";

    private long number;

    private int revision;

    private String association = "";

    private @Nullable Double separationArcsec;

    private @Nullable Double separationSigma;

    @Column(name = "log10_bayes_factor")
    private @Nullable Double log10BayesFactor;

    SourceMember member() {
        Optional<PositionMatch> agreement =
                separationArcsec == null || separationSigma == null || log10BayesFactor == null
                        ? Optional.empty()
                        : Optional.of(new PositionMatch(separationArcsec, separationSigma, log10BayesFactor));
        return new SourceMember(id, Tokens.association(association), agreement);
    }
}
