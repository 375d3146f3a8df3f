package io.lynceus.labels.storage;

import io.lynceus.runtime.storage.BatchColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes what is known of voters and classes; only whoever holds the turn does.
final class SkillTables {
    private static final String VOLUNTEERS = """
            INSERT INTO volunteers (voter, counts)
            SELECT voter, counts::float8[] FROM unnest(?::text[], ?::text[]) AS given (voter, counts)
            ON CONFLICT (voter) DO UPDATE SET counts = excluded.counts
            """;
    private static final String CROWD =
            "UPDATE crowd SET sources_of_class = ?::float8[], temperature = ?, classifier_temperature = ?";

    private static final String COUNTED = """
            UPDATE votes SET counted = true
            FROM unnest(?::text[], ?::text[]) AS given (source_id, person)
            LEFT JOIN correlated_users AS account ON account.counts_as = given.person
            WHERE votes.source_id = given.source_id AND votes.voter = coalesce(account.voter, given.person)
                AND NOT EXISTS (
                    SELECT FROM correlated_users AS other JOIN votes AS earlier USING (voter)
                    WHERE other.counts_as = account.counts_as AND earlier.source_id = votes.source_id
                        AND (NOT earlier.counted, earlier.cast_at, earlier.voter)
                            < (NOT votes.counted, votes.cast_at, votes.voter))
            """;

    /// A vote that counts for its voter from now on; of accounts that count together the vote that is theirs.
    record Counted(String sourceId, String voter) {
        /// Those of a source that did not count yet.
        ///
        /// @param users by their number in `voters`, those whose votes count first
        static Stream<Counted> of(String sourceId, int[] users, int counted, List<String> voters) {
            return Arrays.stream(users).skip(counted).mapToObj(user -> new Counted(sourceId, voters.get(user)));
        }
    }

    private SkillTables() {}

    static void count(Connection connection, List<Counted> votes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNTED)) {
            new BatchColumns(statement).texts(votes, Counted::sourceId).texts(votes, Counted::voter);
            statement.executeUpdate();
        }
    }

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
            statement.setDouble(3, slice.classifierTemperature().value());
            statement.executeUpdate();
        }
    }
}
