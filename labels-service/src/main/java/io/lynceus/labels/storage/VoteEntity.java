package io.lynceus.labels.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the table `votes`. Votes are written by set-based statements.
@Entity
@Table(name = "votes")
@IdClass(VoteEntity.Key.class)
class VoteEntity {
    /// One vote of a user for a source.
    record Key(String sourceId, String voter) {}

    @Id
    private String sourceId = "";

    @Id
    private String voter = "";

    private String answer = "";

    private @Nullable String comment;

    private Instant castAt = Instant.EPOCH;

    private boolean counted;

    private long voteId;

    @Column(name = "time_spent_s")
    private @Nullable Double timeSpentS;

    private String[] hints = {};

    private @Nullable String importName;

    private @Nullable String importedId;

    private @Nullable Instant importedAt;
}
