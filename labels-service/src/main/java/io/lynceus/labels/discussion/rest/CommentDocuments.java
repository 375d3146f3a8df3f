package io.lynceus.labels.discussion.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.labels.discussion.Comment;
import io.lynceus.labels.discussion.Discussion.CommentReport;
import io.lynceus.labels.discussion.Discussion.Page;
import io.lynceus.labels.discussion.Mention;
import io.lynceus.labels.discussion.Moderation.Case;
import io.lynceus.labels.discussion.Moderation.ModerationDecision;
import io.lynceus.labels.discussion.Moderation.Queue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Comments over HTTP.
final class CommentDocuments {
    private CommentDocuments() {}

    /// A comment as it is sent.
    ///
    /// @param key chosen by the client for this comment alone
    @JsonNaming(SnakeCaseStrategy.class)
    record CommentRequest(
            @Nullable String user,
            @Nullable String key,
            @Nullable String text) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record ReportRequest(@Nullable String user, @Nullable String reason) {}

    /// What a moderator decides.
    @JsonNaming(SnakeCaseStrategy.class)
    record ModerationRequest(
            @Nullable Boolean hidden,
            @Nullable String by,
            @Nullable String reason) {}

    /// @param offset within the text, from 0 [UTF-16 code units]
    /// @param length [UTF-16 code units]
    /// @param kind whose name it is
    /// @param name as its catalogue spells it
    @JsonNaming(SnakeCaseStrategy.class)
    record MentionDocument(int offset, int length, String kind, String name) {
        static List<MentionDocument> in(String text) {
            return Mention.in(text).stream()
                    .map(mention -> new MentionDocument(
                            mention.offset(), mention.length(), mention.kind().label(), mention.name()))
                    .toList();
        }
    }

    /// @param author `null` while it is hidden
    /// @param text `null` while it is hidden
    @JsonNaming(SnakeCaseStrategy.class)
    record CommentDocument(
            long id,
            String sourceId,
            @Nullable String author,
            @Nullable String text,
            List<MentionDocument> mentions,
            Instant writtenAt,
            boolean hidden) {
        /// What readers get.
        static CommentDocument of(Comment comment) {
            return comment.hidden()
                    ? new CommentDocument(
                            comment.id(), comment.sourceId(), null, null, List.of(), comment.writtenAt(), true)
                    : whole(comment);
        }

        /// What moderators get.
        static CommentDocument whole(Comment comment) {
            return new CommentDocument(
                    comment.id(),
                    comment.sourceId(),
                    comment.author(),
                    comment.text(),
                    MentionDocument.in(comment.text()),
                    comment.writtenAt(),
                    comment.hidden());
        }
    }

    /// @param nextCursor asks for the page after this one; `null` on the last
    @JsonNaming(SnakeCaseStrategy.class)
    record PageDocument(
            String sourceId,
            List<CommentDocument> comments,
            @Nullable String nextCursor) {
        static PageDocument of(String sourceId, Page page) {
            return new PageDocument(
                    sourceId,
                    page.comments().stream().map(CommentDocument::of).toList(),
                    page.next().isPresent() ? Long.toString(page.next().getAsLong()) : null);
        }
    }

    /// @param counted false if the same user has reported it before
    @JsonNaming(SnakeCaseStrategy.class)
    record ReportAnswer(long commentId, boolean counted, boolean hidden) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record ReportDocument(String user, @Nullable String reason, Instant reportedAt) {
        static ReportDocument of(CommentReport report) {
            return new ReportDocument(report.reporter(), report.reason(), report.at());
        }
    }

    /// @param by `null` for reports
    @JsonNaming(SnakeCaseStrategy.class)
    record DecisionDocument(boolean hidden, @Nullable String by, String reason, Instant at) {
        static DecisionDocument of(ModerationDecision decision) {
            return new DecisionDocument(
                    decision.hidden(), decision.by().orElse(null), decision.reason(), decision.at());
        }
    }

    /// @param reports the latest first
    /// @param decisions the latest first
    @JsonNaming(SnakeCaseStrategy.class)
    record CaseDocument(CommentDocument comment, List<ReportDocument> reports, List<DecisionDocument> decisions) {
        static CaseDocument of(Case found) {
            return new CaseDocument(
                    CommentDocument.whole(found.comment()),
                    found.reports().stream().map(ReportDocument::of).toList(),
                    found.decisions().stream().map(DecisionDocument::of).toList());
        }
    }

    /// @param waiting number of comments with reports that no moderator has answered
    @JsonNaming(SnakeCaseStrategy.class)
    record QueueDocument(int waiting, List<CaseDocument> comments) {
        static QueueDocument of(Queue queue) {
            return new QueueDocument(
                    queue.waiting(),
                    queue.first().stream().map(CaseDocument::of).toList());
        }
    }
}
