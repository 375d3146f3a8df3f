package io.lynceus.labels.discussion.storage;

import io.lynceus.labels.conduct.RateLimits;
import io.lynceus.labels.discussion.Comment;
import io.lynceus.labels.discussion.Discussion;
import io.lynceus.labels.discussion.Moderation.CommentStatus;
import io.lynceus.labels.discussion.Moderation.ModerationDecision;
import io.lynceus.labels.storage.SubjectEntity;
import io.lynceus.labels.storage.UserTurn;
import io.lynceus.runtime.storage.Session;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.LockMode;

/// Comments in the table `comments`, reports in `comment_reports`.
@ApplicationScoped
class PostgresDiscussion implements Discussion {
    private static final String POSTED = "FROM CommentEntity WHERE author = :author AND key = :key";
    private static final String TIMES_POSTED = """
            SELECT writtenAt FROM CommentEntity WHERE author = :user AND writtenAt > :since ORDER BY writtenAt DESC
            """;
    private static final String PAGE = "FROM CommentEntity WHERE sourceId = :source AND id < :before ORDER BY id DESC";
    private static final String TIMES_REPORTED = """
            SELECT reportedAt FROM CommentReportEntity WHERE reporter = :user AND reportedAt > :since
            ORDER BY reportedAt DESC
            """;

    private final Transactions transactions;
    private final RateLimits limits;

    PostgresDiscussion(Transactions transactions, RateLimits limits) {
        this.transactions = transactions;
        this.limits = limits;
    }

    @Override
    public Posting post(Comment.Draft draft, Instant at) {
        return transactions.withSession(session -> {
            UserTurn.take(session, draft.author());
            Optional<Comment> before = posted(session, draft);
            if (before.isPresent()) {
                return draft.isThatOf(before.get()) ? new Posted(before.get(), false) : new KeyTaken(draft.key());
            }
            UserTurn.keepTo(limits.comments(), session, TIMES_POSTED, draft.author(), at);
            if (!SubjectEntity.exists(session, draft.sourceId())) {
                return new NoSuchSource(draft.sourceId());
            }
            CommentEntity comment = new CommentEntity(draft, at);
            session.await(step -> step.insert(comment));
            return new Posted(comment.comment(), true);
        });
    }

    private static Optional<Comment> posted(Session session, Comment.Draft draft) {
        List<CommentEntity> posted = session.await(step -> step.createSelectionQuery(POSTED, CommentEntity.class)
                .setParameter("author", draft.author())
                .setParameter("key", draft.key())
                .getResultList());
        return posted.stream().map(CommentEntity::comment).findFirst();
    }

    @Override
    public Optional<Page> comments(String sourceId, OptionalLong before, int limit) {
        return transactions.withSession(session -> {
            if (!SubjectEntity.exists(session, sourceId)) {
                return Optional.empty();
            }
            List<CommentEntity> found = session.await(step -> step.createSelectionQuery(PAGE, CommentEntity.class)
                    .setParameter("source", sourceId)
                    .setParameter("before", before.orElse(Long.MAX_VALUE))
                    .setMaxResults(limit + 1)
                    .getResultList());
            return Optional.of(
                    Page.of(found.stream().map(CommentEntity::comment).toList(), limit));
        });
    }

    @Override
    public Optional<Reported> report(long commentId, CommentReport report) {
        return transactions.withSession(session -> {
            UserTurn.take(session, report.reporter());
            boolean repeated = isReported(session, commentId, report.reporter());
            if (!repeated) {
                UserTurn.keepTo(limits.reports(), session, TIMES_REPORTED, report.reporter(), report.at());
            }
            return lock(session, commentId)
                    .map(comment -> repeated
                            ? new Reported(false, comment.comment().hidden())
                            : new Reported(true, add(session, comment, report)));
        });
    }

    private static boolean isReported(Session session, long commentId, String reporter) {
        CommentReportEntity.Key key = new CommentReportEntity.Key(commentId, reporter);
        return Optional.ofNullable(session.await(step -> step.get(CommentReportEntity.class, key)))
                .isPresent();
    }

    /// Whether the comment is hidden after the report.
    private boolean add(Session session, CommentEntity comment, CommentReport report) {
        CommentStatus before = comment.status();
        CommentStatus after = before.reported(limits.reportsThatHide());
        long id = after.comment().id();
        session.await(step -> step.insert(new CommentReportEntity(id, report)));
        comment.become(after);
        session.await(step -> step.update(comment));
        Optional<ModerationDecision> decision = before.decisionOfReports(after, report.at());
        if (decision.isPresent()) {
            session.await(step -> step.insert(new CommentDecisionEntity(id, decision.get())));
        }
        return after.comment().hidden();
    }

    /// A comment with its row locked.
    static Optional<CommentEntity> lock(Session session, long commentId) {
        return Optional.ofNullable(
                session.await(step -> step.get(CommentEntity.class, commentId, LockMode.PESSIMISTIC_WRITE)));
    }
}
