package io.lynceus.labels.discussion.storage;

import io.lynceus.labels.discussion.Comment;
import io.lynceus.labels.discussion.Discussion.CommentReport;
import io.lynceus.labels.discussion.Moderation.Case;
import io.lynceus.labels.discussion.Moderation.ModerationDecision;
import io.lynceus.runtime.storage.BatchColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows of `comments` and what hangs on them.
final class CommentRows {
    /// A comment with its row locked.
    private static final String LOCKED = "SELECT * FROM comments WHERE id = ? FOR NO KEY UPDATE";

    private static final String REPORTS = """
            SELECT * FROM comment_reports WHERE comment_id = ANY (?) ORDER BY reported_at DESC, reporter
            """;
    private static final String DECISIONS =
            "SELECT * FROM comment_decisions WHERE comment_id = ANY (?) ORDER BY id DESC";
    private static final String NOTE = """
            INSERT INTO comment_decisions (comment_id, hidden, decided_by, reason, decided_at) VALUES (?, ?, ?, ?, ?)
            """;

    private CommentRows() {}

    /// @param moderated whether a moderator has decided on it
    /// @param openReports since the last decision
    record State(Comment comment, boolean moderated, int openReports) {}

    static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getString("source_id"),
                row.getString("author"),
                row.getString("body"),
                instant(row, "written_at"),
                row.getBoolean("hidden"));
    }

    static Optional<State> lock(Connection connection, long commentId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCKED)) {
            statement.setLong(1, commentId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new State(comment(row), row.getBoolean("moderated"), row.getInt("open_reports")))
                        : Optional.empty();
            }
        }
    }

    static void note(Connection connection, long commentId, ModerationDecision decision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setLong(1, commentId);
            statement.setBoolean(2, decision.hidden());
            statement.setString(3, decision.by().orElse(null));
            statement.setString(4, decision.reason());
            statement.setObject(5, time(decision.at()));
            statement.executeUpdate();
        }
    }

    /// These comments, in their order, with their reports and decisions.
    static List<Case> cases(Connection connection, List<Comment> comments) throws SQLException {
        Map<Long, List<CommentReport>> reports = byComment(
                connection,
                REPORTS,
                comments,
                row -> new CommentReport(row.getString("reporter"), row.getString("reason"), instant(row, "reported_at")));
        Map<Long, List<ModerationDecision>> decisions = byComment(
                connection,
                DECISIONS,
                comments,
                row -> new ModerationDecision(
                        row.getBoolean("hidden"),
                        Optional.ofNullable(row.getString("decided_by")),
                        row.getString("reason"),
                        instant(row, "decided_at")));
        return comments.stream()
                .map(comment -> new Case(
                        comment,
                        reports.getOrDefault(comment.id(), List.of()),
                        decisions.getOrDefault(comment.id(), List.of())))
                .toList();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> Map<Long, List<T>> byComment(
            Connection connection, String query, List<Comment> comments, Reading<T> reading) throws SQLException {
        Map<Long, List<T>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            new BatchColumns(statement).longs(comments, Comment::id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getLong("comment_id"), _ -> new ArrayList<>())
                            .add(reading.of(row));
                }
            }
        }
        return found;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
