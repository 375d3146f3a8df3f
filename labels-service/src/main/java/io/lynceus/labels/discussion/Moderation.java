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

    /// A comment with what decides its fate.
    ///
    /// @param moderated whether a moderator has decided on it
    /// @param openReports since the last decision
    record CommentStatus(Comment comment, boolean moderated, int openReports) {
        /// After one more report. A comment that a moderator has hidden needs no further answer.
        ///
        /// @param reportsThatHide so many hide a comment that no moderator has decided on
        public CommentStatus reported(int reportsThatHide) {
            boolean answered = moderated && comment.hidden();
            int open = openReports + (answered ? 0 : 1);
            boolean hides = !moderated && open >= reportsThatHide;
            return new CommentStatus(comment.withHidden(comment.hidden() || hides), moderated, open);
        }

        /// After a decision of a moderator, which answers all reports.
        public CommentStatus decided(ModerationDecision decision) {
            return new CommentStatus(comment.withHidden(decision.hidden()), true, 0);
        }

        /// The decision that reports make when they hide this comment; empty if it was hidden already.
        ///
        /// @param after as [#reported] gives it
        public Optional<ModerationDecision> decisionOfReports(CommentStatus after, Instant at) {
            if (comment.hidden() || !after.comment.hidden()) {
                return Optional.empty();
            }
            String reason = after.openReports + (after.openReports == 1 ? " report" : " reports");
            return Optional.of(new ModerationDecision(true, Optional.empty(), reason, at));
        }

        /// Whether a decision is the latest one again, with no report since.
        public boolean isRepeatedBy(ModerationDecision decision, List<ModerationDecision> decisions) {
            return openReports == 0
                    && decisions.stream()
                            .findFirst()
                            .filter(latest -> latest.hidden() == decision.hidden()
                                    && latest.by().equals(decision.by())
                                    && latest.reason().equals(decision.reason()))
                            .isPresent();
        }
    }

    /// What waits for a moderator.
    ///
    /// @param waiting number of comments
    /// @param first those most reported
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
