package io.lynceus.labels.discussion.storage;

import io.lynceus.labels.conduct.RateLimits;
import io.lynceus.labels.discussion.Comment;
import io.lynceus.labels.discussion.Discussion;
import io.lynceus.labels.discussion.Moderation.ModerationDecision;
import io.lynceus.labels.discussion.storage.CommentRows.State;
import io.lynceus.labels.storage.PostgresBallots;
import io.lynceus.labels.storage.UserTurn;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Comments in the table `comments`, reports in `comment_reports`.
@ApplicationScoped
class PostgresDiscussion implements Discussion {
    private static final String POSTED = "SELECT * FROM comments WHERE author = ? AND key = ?";
    private static final String LATELY_POSTED =
            "SELECT written_at FROM comments WHERE author = ? AND written_at > ? ORDER BY written_at DESC OFFSET ? LIMIT 1";
    private static final String POST = """
            INSERT INTO comments (source_id, author, key, body, written_at)
            SELECT source_id, ?, ?, ?, ? FROM subjects WHERE source_id = ?
            RETURNING *
            """;
    private static final String PAGE = """
            SELECT * FROM comments WHERE source_id = ? AND id < ? ORDER BY id DESC LIMIT ?
            """;
    private static final String REPORTED = "SELECT FROM comment_reports WHERE comment_id = ? AND reporter = ?";
    private static final String LATELY_REPORTED = """
            SELECT reported_at FROM comment_reports WHERE reporter = ? AND reported_at > ?
            ORDER BY reported_at DESC OFFSET ? LIMIT 1
            """;
    private static final String REPORT = """
            WITH reported AS (
                INSERT INTO comment_reports (comment_id, reporter, reason, reported_at) VALUES (?, ?, ?, ?)
                RETURNING comment_id)
            UPDATE comments SET open_reports = ?, hidden = ? FROM reported WHERE id = comment_id
            """;

    private final Transactions transactions;
    private final RateLimits limits;

    PostgresDiscussion(Transactions transactions, RateLimits limits) {
        this.transactions = transactions;
        this.limits = limits;
    }

    @Override
    public Posting post(Comment.Draft draft, Instant at) {
        return transactions.run(connection -> {
            UserTurn.take(connection, draft.author());
            Optional<Comment> before = posted(connection, draft);
            if (before.isPresent()) {
                return draft.isThatOf(before.get()) ? new Posted(before.get(), false) : new KeyTaken(draft.key());
            }
            UserTurn.keepTo(limits.comments(), connection, LATELY_POSTED, draft.author(), at);
            return insert(connection, draft, at)
                    .<Posting>map(comment -> new Posted(comment, true))
                    .orElseGet(() -> new NoSuchSource(draft.sourceId()));
        });
    }

    private static Optional<Comment> posted(Connection connection, Comment.Draft draft) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSTED)) {
            statement.setString(1, draft.author());
            statement.setString(2, draft.key());
            return first(statement);
        }
    }

    private static Optional<Comment> insert(Connection connection, Comment.Draft draft, Instant at)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POST)) {
            statement.setString(1, draft.author());
            statement.setString(2, draft.key());
            statement.setString(3, draft.text());
            statement.setObject(4, CommentRows.time(at));
            statement.setString(5, draft.sourceId());
            return first(statement);
        }
    }

    private static Optional<Comment> first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(CommentRows.comment(row)) : Optional.empty();
        }
    }

    @Override
    public Optional<Page> comments(String sourceId, OptionalLong before, int limit) {
        return transactions.run(connection -> {
            if (!PostgresBallots.exists(connection, sourceId)) {
                return Optional.empty();
            }
            List<Comment> found = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
                statement.setString(1, sourceId);
                statement.setLong(2, before.orElse(Long.MAX_VALUE));
                statement.setInt(3, limit + 1);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(CommentRows.comment(row));
                    }
                }
            }
            if (found.size() <= limit) {
                return Optional.of(new Page(found, OptionalLong.empty()));
            }
            List<Comment> page = found.subList(0, limit);
            return Optional.of(new Page(page, OptionalLong.of(page.getLast().id())));
        });
    }

    @Override
    public Optional<Reported> report(long commentId, CommentReport report) {
        return transactions.run(connection -> {
            UserTurn.take(connection, report.reporter());
            boolean repeated = reported(connection, commentId, report.reporter());
            if (!repeated) {
                UserTurn.keepTo(limits.reports(), connection, LATELY_REPORTED, report.reporter(), report.at());
            }
            Optional<State> locked = CommentRows.lock(connection, commentId);
            if (locked.isEmpty()) {
                return Optional.empty();
            }
            State state = locked.get();
            boolean hidden = state.comment().hidden();
            return Optional.of(
                    repeated ? new Reported(false, hidden) : new Reported(true, insert(connection, state, report)));
        });
    }

    private static boolean reported(Connection connection, long commentId, String reporter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REPORTED)) {
            statement.setLong(1, commentId);
            statement.setString(2, reporter);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Whether the comment is hidden after the report.
    private boolean insert(Connection connection, State state, CommentReport report) throws SQLException {
        Comment comment = state.comment();
        boolean answered = state.moderated() && comment.hidden();
        int open = state.openReports() + (answered ? 0 : 1);
        boolean hides = !comment.hidden() && !state.moderated() && open >= limits.reportsThatHide();
        try (PreparedStatement statement = connection.prepareStatement(REPORT)) {
            statement.setLong(1, comment.id());
            statement.setString(2, report.reporter());
            statement.setString(3, report.reason());
            statement.setObject(4, CommentRows.time(report.at()));
            statement.setInt(5, open);
            statement.setBoolean(6, comment.hidden() || hides);
            statement.executeUpdate();
        }
        if (hides) {
            String reason = open + (open == 1 ? " report" : " reports");
            CommentRows.note(connection, comment.id(), new ModerationDecision(true, Optional.empty(), reason, report.at()));
        }
        return comment.hidden() || hides;
    }
}
