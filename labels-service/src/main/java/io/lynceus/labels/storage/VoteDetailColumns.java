package io.lynceus.labels.storage;

import io.lynceus.labels.voting.PropertyCategory;
import io.lynceus.labels.voting.VoteDetails;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The columns `time_spent_s` and `hints` of the table `votes`.
final class VoteDetailColumns {
    private VoteDetailColumns() {}

    static VoteDetails read(ResultSet row) throws SQLException {
        double timeSpentS = row.getDouble("time_spent_s");
        OptionalDouble told = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(timeSpentS);
        String[] hints = (String[]) row.getArray("hints").getArray();
        return new VoteDetails(
                told, Arrays.stream(hints).map(PropertyCategory::valueOf).collect(Collectors.toSet()));
    }

    /// Binds both, from parameter `first` on.
    static void bind(PreparedStatement statement, int first, VoteDetails details) throws SQLException {
        if (details.timeSpentS().isPresent()) {
            statement.setDouble(first, details.timeSpentS().getAsDouble());
        } else {
            statement.setNull(first, Types.DOUBLE);
        }
        String[] hints = details.hints().stream().map(Enum::name).toArray(String[]::new);
        statement.setArray(first + 1, statement.getConnection().createArrayOf("text", hints));
    }
}
