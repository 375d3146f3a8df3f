package io.lynceus.classifier.storage;

import io.lynceus.classifier.Activation;
import io.lynceus.classifier.ActivationState;
import io.lynceus.classifier.model.ModelId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of the table `activations`.
@Entity
@Table(name = "activations")
class ActivationEntity {
    @Id
    private long number;

    @Column(columnDefinition = "text[]")
    private String[] models = {};

    private boolean configured;

    private Instant activatedAt = Instant.EPOCH;

    private @Nullable Instant reclassifiedAt;

    ActivationEntity() {}

    /// @param configured whether the configuration asked for it
    ActivationEntity(
            long number,
            List<ModelId> models,
            boolean configured,
            Instant activatedAt,
            Optional<Instant> reclassifiedAt) {
        this.number = number;
        this.models = models.stream().map(ModelId::toString).toArray(String[]::new);
        this.configured = configured;
        this.activatedAt = activatedAt;
        this.reclassifiedAt = reclassifiedAt.orElse(null);
    }

    Activation activation() {
        return new Activation(
                number, Arrays.stream(models).map(ActivationEntity::modelId).toList());
    }

    ActivationState state() {
        return new ActivationState(activation(), activatedAt, Optional.ofNullable(reclassifiedAt));
    }

    private static ModelId modelId(String text) {
        int slash = text.indexOf('/');
        return new ModelId(text.substring(0, slash), text.substring(slash + 1));
    }
}
