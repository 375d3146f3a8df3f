package io.lynceus.labels.discussion.storage;

import io.lynceus.labels.discussion.Discussion.CommentReport;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the table `comment_reports`.
@Entity
@Table(name = "comment_reports")
@IdClass(CommentReportEntity.Key.class)
class CommentReportEntity {
    /// One report of a user on a comment.
    record Key(long commentId, String reporter) {}

    @Id
    private long commentId;

    @Id
    private String reporter = "";

    private @Nullable String reason;

    private Instant reportedAt = Instant.EPOCH;

    CommentReportEntity() {}

    CommentReportEntity(long commentId, CommentReport report) {
        this.commentId = commentId;
        this.reporter = report.reporter();
        this.reason = report.reason();
        this.reportedAt = report.at();
    }

    long commentId() {
        return commentId;
    }

    CommentReport report() {
        return new CommentReport(reporter, reason, reportedAt);
    }
}
