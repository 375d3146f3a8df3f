package io.lynceus.labels.discussion.storage;

import io.lynceus.labels.discussion.Comment;
import io.lynceus.labels.discussion.Moderation;
import io.lynceus.labels.discussion.storage.CommentRows.State;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decisions on comments in the table `comment_decisions`; the queue is what has open reports in `comments`.
@ApplicationScoped
class PostgresModeration implements Moderation {
    private static final String WAITING = "SELECT count(*) FROM comments WHERE open_reports > 0";
    private static final String QUEUE =
            "SELECT * FROM comments WHERE open_reports > 0 ORDER BY open_reports DESC, id LIMIT ?";
    private static final String ONE = "SELECT * FROM comments WHERE id = ?";
    private static final String DECIDE =
            "UPDATE comments SET hidden = ?, moderated = true, open_reports = 0 WHERE id = ?";

    private final Transactions transactions;

    PostgresModeration(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Queue queue(int limit) {
        return transactions.run(connection -> {
            int waiting;
            try (PreparedStatement statement = connection.prepareStatement(WAITING);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                waiting = row.getInt(1);
            }
            return new Queue(waiting, cases(connection, QUEUE, limit));
        });
    }

    @Override
    public Optional<Case> find(long commentId) {
        return transactions.run(connection -> one(connection, commentId));
    }

    private static Optional<Case> one(Connection connection, long commentId) throws SQLException {
        return cases(connection, ONE, commentId).stream().findFirst();
    }

    private static List<Case> cases(Connection connection, String query, long argument) throws SQLException {
        List<Comment> comments = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    comments.add(CommentRows.comment(row));
                }
            }
        }
        return CommentRows.cases(connection, comments);
    }

    @Override
    public Optional<Case> decide(long commentId, ModerationDecision decision) {
        return transactions.run(connection -> {
            Optional<State> state = CommentRows.lock(connection, commentId);
            Optional<Case> before = one(connection, commentId);
            if (state.isEmpty() || before.isEmpty() || isRepeated(state.get(), before.get(), decision)) {
                return before;
            }
            try (PreparedStatement statement = connection.prepareStatement(DECIDE)) {
                statement.setBoolean(1, decision.hidden());
                statement.setLong(2, commentId);
                statement.executeUpdate();
            }
            CommentRows.note(connection, commentId, decision);
            return one(connection, commentId);
        });
    }

    private static boolean isRepeated(State state, Case before, ModerationDecision decision) {
        return state.openReports() == 0
                && before.decisions().stream()
                        .findFirst()
                        .filter(latest -> latest.hidden() == decision.hidden()
                                && latest.by().equals(decision.by())
                                && latest.reason().equals(decision.reason()))
                        .isPresent();
    }
}
