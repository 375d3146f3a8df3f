package io.lynceus.gateway.surveys.storage;

import io.lynceus.gateway.surveys.RowResult.ClassifiedRow;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.gateway.surveys.RowResult;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes how far a survey has come, whichever way its rows go.
final class SurveyProgress {
    private static final String KEEP =
            "UPDATE survey_portions SET results = ?, refused = ? WHERE survey = ? AND number = ?";
    private static final String ADVANCE = """
            UPDATE surveys SET classified = classified + ?, refused = refused + ?,
                state = CASE WHEN classified + refused + ? >= rows THEN 'DONE' ELSE state END,
                ended_at = CASE WHEN classified + refused + ? >= rows THEN now() ELSE ended_at END,
                classes = (SELECT coalesce(jsonb_object_agg(class, rows), '{}')
                           FROM (SELECT class, sum(rows::bigint) AS rows
                                 FROM (SELECT * FROM jsonb_each_text(classes)
                                       UNION ALL SELECT * FROM jsonb_each_text(?::jsonb)) AS each (class, rows)
                                 GROUP BY class) AS counted)
            WHERE id = ?
            """;

    private SurveyProgress() {}

    /// Keeps what became of all rows of a portion.
    static void keep(Connection connection, String survey, int number, List<RowResult> results) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setBytes(1, PortionCodec.results(results));
            statement.setInt(2, refused(results));
            statement.setString(3, survey);
            statement.setInt(4, number);
            statement.executeUpdate();
        }
    }

    /// Counts rows as done, by class; a survey of which all are is done.
    static void advance(Connection connection, String survey, List<RowResult> results) throws SQLException {
        int refused = refused(results);
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setInt(1, results.size() - refused);
            statement.setInt(2, refused);
            statement.setInt(3, results.size());
            statement.setInt(4, results.size());
            statement.setString(5, new String(PortionCodec.write(byClass(results)), StandardCharsets.UTF_8));
            statement.setString(6, survey);
            statement.executeUpdate();
        }
    }

    private static Map<String, Long> byClass(List<RowResult> results) {
        return results.stream()
                .filter(ClassifiedRow.class::isInstance)
                .collect(Collectors.groupingBy(result -> ((ClassifiedRow) result).sourceClass(), Collectors.counting()));
    }

    private static int refused(List<RowResult> results) {
        return (int) results.stream().filter(RefusedRow.class::isInstance).count();
    }
}
