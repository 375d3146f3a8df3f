package io.lynceus.labels.discussion.storage;

import io.lynceus.labels.discussion.Moderation.ModerationDecision;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of the table `comment_decisions`.
@Entity
@Table(name = "comment_decisions")
class CommentDecisionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long commentId;

    private boolean hidden;

    private @Nullable String decidedBy;

    private String reason = "";

    private Instant decidedAt = Instant.EPOCH;

    CommentDecisionEntity() {}

    CommentDecisionEntity(long commentId, ModerationDecision decision) {
        this.commentId = commentId;
        this.hidden = decision.hidden();
        this.decidedBy = decision.by().orElse(null);
        this.reason = decision.reason();
        this.decidedAt = decision.at();
    }

    long commentId() {
        return commentId;
    }

    ModerationDecision decision() {
        return new ModerationDecision(hidden, Optional.ofNullable(decidedBy), reason, decidedAt);
    }
}
