package io.lynceus.labels.storage;

import io.lynceus.labels.CorrelatedAccounts;
import io.lynceus.labels.consensus.CorrelatedUsers;
import io.lynceus.labels.consensus.CorrelatedUsers.Pair;
import io.lynceus.labels.consensus.Estimate;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Groups in the table `correlated_users`; only whoever holds the turn of the crowd writes it.
@ApplicationScoped
class PostgresCorrelatedAccounts implements CorrelatedAccounts {
    private static final String GROUPS =
            "SELECT counts_as, voter, ln_evidence FROM correlated_users ORDER BY counts_as, voter";
    private static final String FORGET = "DELETE FROM correlated_users";
    private static final String IMPORTED =
            "SELECT DISTINCT voter, import_name FROM votes WHERE import_name IS NOT NULL";
    private static final String NOTE = """
            INSERT INTO correlated_users (voter, counts_as, ln_evidence)
            SELECT * FROM unnest(?::text[], ?::text[], ?::float8[])
            """;
    /// Which of a group's votes count is found out with the next settlement.
    private static final String COUNT_AGAIN = """
            UPDATE votes SET counted = false FROM correlated_users
            WHERE votes.voter = correlated_users.voter AND counted
            """;

    private final Transactions transactions;

    PostgresCorrelatedAccounts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Group> groups() {
        return transactions.run(connection -> {
            Map<String, List<Account>> groups = new LinkedHashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(GROUPS);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    groups.computeIfAbsent(row.getString(1), countsAs -> new ArrayList<>())
                            .add(new Account(row.getString(2), row.getDouble(3)));
                }
            }
            return groups.entrySet().stream()
                    .map(group -> new Group(group.getKey(), group.getValue()))
                    .toList();
        });
    }

    /// Every account counts for itself again.
    static void forget(Connection connection) throws SQLException {
        execute(connection, FORGET);
    }

    private static void execute(Connection connection, String update) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.executeUpdate();
        }
    }

    private record Member(String voter, String countsAs, double lnEvidence) {}

    /// Finds groups and has them count together from now on; false if there are none.
    ///
    /// @param voters by their number in `votes`, each counting for itself
    static boolean find(Connection connection, List<String> voters, VoteMatrix votes, Estimate estimate)
            throws SQLException {
        CorrelatedUsers found = CorrelatedUsers.find(votes, estimate, blocks(connection, voters));
        Map<Integer, Double> strongest = new HashMap<>();
        for (Pair pair : found.pairs()) {
            strongest.merge(pair.first(), pair.lnEvidence(), Math::max);
            strongest.merge(pair.second(), pair.lnEvidence(), Math::max);
        }
        List<Member> members = found.groups().stream()
                .flatMap(group -> group.stream()
                        .map(user -> new Member(
                                voters.get(user),
                                voters.get(group.getFirst()),
                                strongest.getOrDefault(user, Double.NEGATIVE_INFINITY))))
                .toList();
        if (members.isEmpty()) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            new BatchColumns(statement)
                    .texts(members, Member::voter)
                    .texts(members, Member::countsAs)
                    .doubles(members, Member::lnEvidence);
            statement.executeUpdate();
        }
        execute(connection, COUNT_AGAIN);
        return true;
    }

    private static int[] blocks(Connection connection, List<String> voters) throws SQLException {
        Map<String, String> imports = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(IMPORTED);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                imports.put(row.getString(1), row.getString(2));
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        return voters.stream()
                .mapToInt(voter -> {
                    String name = imports.get(voter);
                    return name == null ? -1 : numbers.computeIfAbsent(name, first -> numbers.size());
                })
                .toArray();
    }
}
