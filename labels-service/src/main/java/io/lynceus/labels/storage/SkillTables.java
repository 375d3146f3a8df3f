package io.lynceus.labels.storage;

import io.lynceus.runtime.storage.BatchColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/// Writes what is known of voters and classes; only whoever holds the turn does.
final class SkillTables {
    private static final String VOLUNTEERS = """
            INSERT INTO volunteers (voter, counts)
            SELECT voter, counts::float8[] FROM unnest(?::text[], ?::text[]) AS given (voter, counts)
            ON CONFLICT (voter) DO UPDATE SET counts = excluded.counts
            """;
    private static final String CROWD = "UPDATE crowd SET sources_of_class = ?::float8[], temperature = ?";

    private SkillTables() {}

    static void write(Connection connection, CrowdSlice slice) throws SQLException {
        List<Integer> numbers =
                IntStream.range(0, slice.voters().size()).boxed().toList();
        try (PreparedStatement statement = connection.prepareStatement(VOLUNTEERS)) {
            new BatchColumns(statement)
                    .texts(slice.voters())
                    .texts(numbers, number -> CrowdSlice.literal(slice.countsOf(number)));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(CROWD)) {
            statement.setString(1, CrowdSlice.literal(slice.crowd().sourcesOfClass()));
            statement.setDouble(2, slice.temperature().value());
            statement.executeUpdate();
        }
    }
}
