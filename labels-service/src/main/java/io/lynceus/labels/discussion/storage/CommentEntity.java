package io.lynceus.labels.discussion.storage;

import io.lynceus.labels.discussion.Comment;
import io.lynceus.labels.discussion.Moderation.CommentStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A row of the table `comments`.
@Entity
@Table(name = "comments")
class CommentEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String sourceId = "";

    private String author = "";

    private String key = "";

    private String body = "";

    private Instant writtenAt = Instant.EPOCH;

    private boolean hidden;

    private boolean moderated;

    private int openReports;

    CommentEntity() {}

    /// @param at kept to the microsecond, as the database does
    CommentEntity(Comment.Draft draft, Instant at) {
        this.sourceId = draft.sourceId();
        this.author = draft.author();
        this.key = draft.key();
        this.body = draft.text();
        this.writtenAt = at.truncatedTo(ChronoUnit.MICROS);
    }

    Comment comment() {
        return new Comment(id, sourceId, author, body, writtenAt, hidden);
    }

    CommentStatus status() {
        return new CommentStatus(comment(), moderated, openReports);
    }

    /// Takes over what decides the comment's fate.
    void become(CommentStatus status) {
        this.hidden = status.comment().hidden();
        this.moderated = status.moderated();
        this.openReports = status.openReports();
    }
}
