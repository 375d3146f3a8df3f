package io.lynceus.labels.discussion;

import io.lynceus.labels.conduct.PlainText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Comments on sources, and reports of comments.
///
/// 1. A comment is kept once `post` returns. The same comment with the same key is stored once.
/// 2. A report counts once a user. Enough reports hide a comment until a moderator decides; after that, reports do not
///    hide it.
/// 3. Beyond the [io.lynceus.labels.conduct.RateLimits] a user gets [io.lynceus.labels.conduct.RateLimitExceeded].
///    Repeating what was accepted before is never refused.
public interface Discussion {
    /// Most comments on a page.
    int LARGEST_PAGE = 100;

    /// Result of posting a comment.
    sealed interface Posting {}

    /// @param fresh false if it was posted before
    record Posted(Comment comment, boolean fresh) implements Posting {}

    /// The author has used the key for another comment.
    record KeyTaken(String key) implements Posting {}

    record NoSuchSource(String sourceId) implements Posting {}

    /// @param next the page after this one begins before the comment with this id; empty if this is the last
    record Page(List<Comment> comments, OptionalLong next) {
        public Page {
            comments = List.copyOf(comments);
        }

        /// The first `limit` of the comments found; if there are more, another page follows.
        public static Page of(List<Comment> found, int limit) {
            if (found.size() <= limit) {
                return new Page(found, OptionalLong.empty());
            }
            List<Comment> page = found.subList(0, limit);
            return new Page(page, OptionalLong.of(page.getLast().id()));
        }
    }

    /// Report of a comment to the moderators.
    ///
    /// @param reporter [io.lynceus.labels.conduct.Pseudonym], or the substitute name of a forgotten user
    /// @param reason plain text, up to [#REASON_LIMIT] characters
    record CommentReport(String reporter, @Nullable String reason, Instant at) {
        /// [characters]
        static final int REASON_LIMIT = 500;

        public CommentReport {
            reason = reason == null || reason.isBlank() ? null : PlainText.lines("reason", reason, REASON_LIMIT);
        }
    }

    /// @param counted false if the same user has reported it before
    /// @param hidden whether the comment is hidden from readers
    record Reported(boolean counted, boolean hidden) {}

    Posting post(Comment.Draft draft, Instant at);

    /// Comments on a source, the latest first; empty if the source is unknown.
    ///
    /// @param before none but those with smaller ids
    /// @param limit in [1, [#LARGEST_PAGE]]
    Optional<Page> comments(String sourceId, OptionalLong before, int limit);

    /// Empty if there is no such comment.
    Optional<Reported> report(long commentId, CommentReport report);
}
