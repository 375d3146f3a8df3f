package io.lynceus.gateway.storage;

import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.RowResult.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Writes how far a survey has come, whichever way its rows go.
final class SurveyProgress {
    private static final String KEEP =
            "UPDATE survey_portions SET results = ?, refused = ? WHERE survey = ? AND number = ?";
    private static final String ADVANCE = """
            UPDATE surveys SET classified = classified + ?, refused = refused + ?,
                state = CASE WHEN classified + refused + ? >= rows THEN 'DONE' ELSE state END,
                ended_at = CASE WHEN classified + refused + ? >= rows THEN now() ELSE ended_at END
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

    /// Counts rows as done; a survey of which all are is done.
    static void advance(Connection connection, String survey, List<RowResult> results) throws SQLException {
        int refused = refused(results);
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setInt(1, results.size() - refused);
            statement.setInt(2, refused);
            statement.setInt(3, results.size());
            statement.setInt(4, results.size());
            statement.setString(5, survey);
            statement.executeUpdate();
        }
    }

    private static int refused(List<RowResult> results) {
        return (int) results.stream().filter(Refused.class::isInstance).count();
    }
}
