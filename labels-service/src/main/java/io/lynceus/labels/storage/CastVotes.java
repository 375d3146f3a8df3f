package io.lynceus.labels.storage;

import io.lynceus.labels.consensus.VoteMatrix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All votes there are, one of each person for a source, as columns of numbers: nine bytes a vote.
///
/// Read by a cursor, so that a million votes are never a million objects at once. Those that count already come first.
final class CastVotes {
    private static final String VOTES =
            "SELECT source_id, person, answer, counted FROM votes_of_people ORDER BY counted DESC";
    private static final String KNOWN = "SELECT source_id, known_class FROM subjects WHERE known_class IS NOT NULL";

    /// Rows that the driver holds at once.
    private static final int FETCHED = 5_000;

    private static final int FEWEST = 1_024;

    private final Numbers sources = new Numbers();
    private final Numbers voters = new Numbers();
    private int size;
    private int[] source = new int[FEWEST];
    private int[] user = new int[FEWEST];
    private byte[] answer = new byte[FEWEST];
    private int[] counted = new int[FEWEST];

    private CastVotes() {}

    /// Numbers for texts, from 0 in the order in which they are met.
    private record Numbers(Map<String, Integer> byText, List<String> texts) {
        Numbers() {
            this(new HashMap<>(), new ArrayList<>());
        }

        int of(String text) {
            Integer number = byText.putIfAbsent(text, texts.size());
            if (number == null) {
                texts.add(text);
                return texts.size() - 1;
            }
            return number;
        }
    }

    static CastVotes read(Connection connection) throws SQLException {
        CastVotes votes = new CastVotes();
        try (PreparedStatement statement = connection.prepareStatement(VOTES)) {
            statement.setFetchSize(FETCHED);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    votes.add(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4));
                }
            }
        }
        return votes;
    }

    private void add(String sourceId, String voter, String label, boolean counts) {
        if (size == source.length) {
            source = Arrays.copyOf(source, 2 * size);
            user = Arrays.copyOf(user, 2 * size);
            answer = Arrays.copyOf(answer, 2 * size);
        }
        source[size] = sources.of(sourceId);
        if (source[size] == counted.length) {
            counted = Arrays.copyOf(counted, 2 * counted.length);
        }
        counted[source[size]] += counts ? 1 : 0;
        user[size] = voters.of(voter);
        answer[size++] = PostgresBallots.answer(label).code();
    }

    /// The votes by source, with the classes that are known now.
    VoteMatrix matrix(Connection connection) throws SQLException {
        byte[] known = new byte[sources.texts().size()];
        Arrays.fill(known, VoteMatrix.NO_CLASS);
        try (PreparedStatement statement = connection.prepareStatement(KNOWN);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Integer number = sources.byText().get(row.getString(1));
                if (number != null) {
                    known[number] = PostgresBallots.answer(row.getString(2)).code();
                }
            }
        }
        return VoteMatrix.of(
                CrowdSlice.CLASSES,
                known,
                voters.texts().size(),
                Arrays.copyOf(source, size),
                Arrays.copyOf(user, size),
                Arrays.copyOf(answer, size));
    }

    /// Ids by number.
    List<String> sources() {
        return sources.texts();
    }

    int number(String sourceId) {
        return Objects.requireNonNull(sources.byText().get(sourceId), sourceId);
    }

    /// Pseudonyms by number; of accounts that count together the one they count as.
    List<String> voters() {
        return voters.texts();
    }

    /// Of each source, how many of its votes count already.
    int[] counted() {
        return counted;
    }
}
