package io.lynceus.labels.discussion;

import io.lynceus.labels.conduct.PlainText;
import io.lynceus.labels.conduct.Pseudonym;
import io.lynceus.labels.discussion.Discussion.CommentReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which comments readers see.
///
/// 1. What a moderator decides stands, whatever is reported later; it answers the reports so far.
/// 2. Reports of a comment that a moderator let stand put it into the queue again, and do not hide it.
/// 3. All decisions are kept.
public interface Moderation {

    /// A comment was hidden or shown again.
    ///
    /// @param by moderator; empty for reports
    /// @param reason plain text, up to 500 characters
    record ModerationDecision(boolean hidden, Optional<String> by, String reason, Instant at) {
        public ModerationDecision {
            by = by.map(name -> PlainText.line("by", name, Pseudonym.LIMIT));
            reason = PlainText.lines("reason", reason, CommentReport.REASON_LIMIT);
        }
    }

    /// A comment with all that was said and decided about it, hidden text included.
    ///
    /// @param reports the latest first
    /// @param decisions the latest first
    record Case(Comment comment, List<CommentReport> reports, List<ModerationDecision> decisions) {
        public Case {
            reports = List.copyOf(reports);
            decisions = List.copyOf(decisions);
        }
    }

    /// What waits for a moderator.
    ///
    /// @param waiting number of comments, of which `first` are those most reported
    record Queue(int waiting, List<Case> first) {
        public Queue {
            first = List.copyOf(first);
        }
    }

    Queue queue(int limit);

    /// Empty if there is no such comment.
    Optional<Case> find(long commentId);

    /// A moderator decides; the case after that. The same decision again, with no report since, is no second one.
    Optional<Case> decide(long commentId, ModerationDecision decision);
}
