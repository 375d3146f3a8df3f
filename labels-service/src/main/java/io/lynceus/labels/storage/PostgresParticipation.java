package io.lynceus.labels.storage;

import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.people.Activity;
import io.lynceus.labels.people.Badge;
import io.lynceus.labels.people.Participation;
import io.lynceus.labels.people.RankingPlace;
import io.lynceus.labels.people.RankingSpan;
import io.lynceus.labels.people.Streak;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts in the table `tallies`, which triggers keep in step with `votes`; who takes no place, in `unranked`.
@ApplicationScoped
class PostgresParticipation implements Participation {
    private static final String DAYS = "SELECT begins, answers FROM tallies WHERE voter = ? AND span = 'day'";
    private static final String FINDS = """
            SELECT answer, count(*) FROM votes JOIN subjects USING (source_id)
            CROSS JOIN LATERAL (SELECT retired, decided_at FROM retirements
                                WHERE retirements.source_id = votes.source_id ORDER BY id DESC LIMIT 1) AS decision
            WHERE voter = ? AND answer IN (%s) AND consensus = answer AND known_class IS NULL
                AND decision.retired AND cast_at < decided_at
            GROUP BY answer
            """.formatted(
                    Badge.RARE.stream().map(rare -> "'" + rare.label() + "'").collect(Collectors.joining(", ")));
    private static final String UNRANKED = "SELECT FROM unranked WHERE voter = ?";
    private static final String RANK = "DELETE FROM unranked WHERE voter = ?";
    private static final String UNRANK = "INSERT INTO unranked (voter) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String RANKING = """
            SELECT voter, answers, named, successes, rank() OVER (ORDER BY answers DESC) AS place FROM tallies
            WHERE span = ? AND begins = ?::date
                AND NOT EXISTS (SELECT FROM unranked WHERE unranked.voter = tallies.voter)
            ORDER BY answers DESC, voter LIMIT ? OFFSET ?
            """;
    /// Where the span of everything begins.
    private static final String EVER = "-infinity";

    private final Transactions transactions;

    PostgresParticipation(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Activity activity(String user, LocalDate today) {
        return transactions.run(connection -> {
            Map<LocalDate, Integer> answers = answersByDay(connection, user);
            Streak streak = Streak.of(answers.keySet(), today);
            return new Activity(
                    answers.getOrDefault(today, 0),
                    answers.values().stream().mapToInt(Integer::intValue).sum(),
                    streak,
                    Badge.of(finds(connection, user), streak),
                    isRanked(connection, user));
        });
    }

    private static Map<LocalDate, Integer> answersByDay(Connection connection, String user) throws SQLException {
        Map<LocalDate, Integer> answers = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(DAYS)) {
            statement.setString(1, user);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    answers.put(row.getObject("begins", LocalDate.class), row.getInt("answers"));
                }
            }
        }
        return answers;
    }

    private static Map<Answer, Integer> finds(Connection connection, String user) throws SQLException {
        Map<Answer, Integer> finds = new EnumMap<>(Answer.class);
        try (PreparedStatement statement = connection.prepareStatement(FINDS)) {
            statement.setString(1, user);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    finds.put(PostgresBallots.answer(row.getString(1)), row.getInt(2));
                }
            }
        }
        return finds;
    }

    private static boolean isRanked(Connection connection, String user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNRANKED)) {
            statement.setString(1, user);
            try (ResultSet row = statement.executeQuery()) {
                return !row.next();
            }
        }
    }

    @Override
    public List<RankingPlace> ranking(RankingSpan span, LocalDate today, int offset, int limit) {
        return transactions.run(connection -> {
            List<RankingPlace> standings = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(RANKING)) {
                statement.setString(1, span.label());
                statement.setString(
                        2, span.begins(today).map(LocalDate::toString).orElse(EVER));
                statement.setInt(3, limit);
                statement.setInt(4, offset);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        standings.add(new RankingPlace(
                                row.getLong("place"),
                                row.getString("voter"),
                                row.getInt("answers"),
                                new SuccessRate(row.getInt("successes"), row.getInt("named"))));
                    }
                }
            }
            return standings;
        });
    }

    @Override
    public void rank(String user, boolean ranked) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ranked ? RANK : UNRANK)) {
                statement.setString(1, user);
                return statement.executeUpdate();
            }
        });
    }
}
