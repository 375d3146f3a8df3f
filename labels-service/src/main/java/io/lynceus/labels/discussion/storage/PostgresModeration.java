package io.lynceus.labels.discussion.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.lynceus.labels.discussion.Comment;
import io.lynceus.labels.discussion.Discussion.CommentReport;
import io.lynceus.labels.discussion.Moderation;
import io.lynceus.runtime.storage.Session;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decisions on comments in the table `comment_decisions`; the queue is what has open reports in `comments`.
@ApplicationScoped
class PostgresModeration implements Moderation {
    private static final String WAITING = "SELECT count(*) FROM CommentEntity WHERE openReports > 0";
    private static final String QUEUE = "FROM CommentEntity WHERE openReports > 0 ORDER BY openReports DESC, id";
    private static final String REPORTS =
            "FROM CommentReportEntity WHERE commentId IN :comments ORDER BY reportedAt DESC, reporter";
    private static final String DECISIONS = "FROM CommentDecisionEntity WHERE commentId IN :comments ORDER BY id DESC";

    private final Transactions transactions;

    PostgresModeration(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Queue queue(int limit) {
        return transactions.withSession(session -> {
            long waiting = session.await(
                    step -> step.createSelectionQuery(WAITING, Long.class).getSingleResult());
            List<CommentEntity> first = session.await(step -> step.createSelectionQuery(QUEUE, CommentEntity.class)
                    .setMaxResults(limit)
                    .getResultList());
            return new Queue(Math.toIntExact(waiting), cases(session, first));
        });
    }

    @Override
    public Optional<Case> find(long commentId) {
        return transactions.withSession(
                session -> Optional.ofNullable(session.await(step -> step.get(CommentEntity.class, commentId)))
                        .map(comment -> one(session, comment)));
    }

    @Override
    public Optional<Case> decide(long commentId, ModerationDecision decision) {
        return transactions.withSession(session -> {
            Optional<CommentEntity> locked = PostgresDiscussion.lock(session, commentId);
            return locked.map(comment -> decide(session, comment, decision));
        });
    }

    private static Case decide(Session session, CommentEntity comment, ModerationDecision decision) {
        Case before = one(session, comment);
        if (comment.status().isRepeatedBy(decision, before.decisions())) {
            return before;
        }
        comment.become(comment.status().decided(decision));
        session.await(step -> step.update(comment));
        session.await(
                step -> step.insert(new CommentDecisionEntity(before.comment().id(), decision)));
        return one(session, comment);
    }

    private static Case one(Session session, CommentEntity comment) {
        return cases(session, List.of(comment)).getFirst();
    }

    /// These comments, in their order, with their reports and decisions.
    private static List<Case> cases(Session session, List<CommentEntity> found) {
        List<Comment> comments = found.stream().map(CommentEntity::comment).toList();
        List<Long> ids = comments.stream().map(Comment::id).toList();
        Map<Long, List<CommentReport>> reports = rows(session, REPORTS, CommentReportEntity.class, ids).stream()
                .collect(groupingBy(CommentReportEntity::commentId, mapping(CommentReportEntity::report, toList())));
        Map<Long, List<ModerationDecision>> decisions =
                rows(session, DECISIONS, CommentDecisionEntity.class, ids).stream()
                        .collect(groupingBy(
                                CommentDecisionEntity::commentId, mapping(CommentDecisionEntity::decision, toList())));
        return comments.stream()
                .map(comment -> new Case(
                        comment,
                        reports.getOrDefault(comment.id(), List.of()),
                        decisions.getOrDefault(comment.id(), List.of())))
                .toList();
    }

    private static <E> List<E> rows(Session session, String query, Class<E> type, List<Long> comments) {
        return comments.isEmpty()
                ? List.of()
                : session.await(step -> step.createSelectionQuery(query, type)
                        .setParameter("comments", comments)
                        .getResultList());
    }
}
