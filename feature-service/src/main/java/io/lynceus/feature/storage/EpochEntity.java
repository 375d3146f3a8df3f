package io.lynceus.feature.storage;

import io.lynceus.feature.EpochStore.EpochOfSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/// A row of the table `epochs`.
@Entity
@Table(name = "epochs")
class EpochEntity {
    @Id
    private String detectionId = "";

    private @Nullable String sourceId;

    private long revision;

    private int associationRevision;

    @Column(columnDefinition = "json")
    @ColumnTransformer(read = "epoch::text", write = "?::json")
    private String epoch = "";

    private byte[] digest = {};

    private byte[] features = {};

    EpochOfSource epoch() {
        return new EpochOfSource(EpochJson.read(epoch), revision);
    }

    @Nullable
    String sourceId() {
        return sourceId;
    }
}
