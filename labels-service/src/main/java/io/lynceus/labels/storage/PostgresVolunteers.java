package io.lynceus.labels.storage;

import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.people.Volunteer;
import io.lynceus.labels.people.Volunteers;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/// People as their rows in `votes` and `volunteers` show them.
@ApplicationScoped
class PostgresVolunteers implements Volunteers {
    private static final String ANSWERS = """
            SELECT known_class, count(*) AS votes, count(*) FILTER (WHERE answer = known_class) AS successes,
                   count(*) FILTER (WHERE answer <> 'Unsure') AS named
            FROM votes JOIN subjects USING (source_id) WHERE voter = ? GROUP BY known_class
            """;
    private static final String COUNTS = "SELECT counts FROM volunteers WHERE voter = ?";

    private final Transactions transactions;

    PostgresVolunteers(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Volunteer volunteer(String user) {
        return transactions.run(connection -> volunteer(connection, user));
    }

    private static Volunteer volunteer(Connection connection, String user) throws SQLException {
        Volunteer seen = answers(connection, user);
        return new Volunteer(user, seen.votes(), seen.training(), confusion(connection, user));
    }

    /// What the answers show, without the confusion that follows from everybody's.
    static Volunteer answers(Connection connection, String user) throws SQLException {
        Map<Answer, SuccessRate> training = new EnumMap<>(Answer.class);
        int votes = 0;
        try (PreparedStatement statement = connection.prepareStatement(ANSWERS)) {
            statement.setString(1, user);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String known = row.getString("known_class");
                    if (known == null) {
                        votes = row.getInt("votes");
                    } else {
                        training.put(
                                PostgresBallots.answer(known),
                                new SuccessRate(row.getInt("successes"), row.getInt("named")));
                    }
                }
            }
        }
        return new Volunteer(user, votes, training, Map.of());
    }

    private static Map<Answer, Map<Answer, Double>> confusion(Connection connection, String user) throws SQLException {
        Map<Answer, Map<Answer, Double>> confusion = new EnumMap<>(Answer.class);
        try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
            statement.setString(1, user);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    double[] counts = CrowdSlice.numbers(row, "counts");
                    for (Answer truth : Answer.classes()) {
                        Map<Answer, Double> answers = new EnumMap<>(Answer.class);
                        for (Answer answer : Answer.classes()) {
                            answers.put(answer, counts[answer.code() * CrowdSlice.CLASSES + truth.code()]);
                        }
                        confusion.put(truth, answers);
                    }
                }
            }
        }
        return confusion;
    }
}
