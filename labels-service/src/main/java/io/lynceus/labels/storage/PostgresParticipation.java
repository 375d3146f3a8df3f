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
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts in the table `tallies`, which triggers keep in step with `votes`. Users without a place are in
/// `unranked_volunteers`.
@ApplicationScoped
class PostgresParticipation implements Participation {
    private static final String DAYS = "SELECT begins, answers FROM tallies WHERE voter = $1 AND span = 'day'";
    private static final String FINDS = """
            SELECT answer, count(*) AS finds FROM votes JOIN subjects USING (source_id)
            CROSS JOIN LATERAL (SELECT retired, decided_at FROM retirements
                                WHERE retirements.source_id = votes.source_id ORDER BY id DESC LIMIT 1) AS decision
            WHERE voter = $1 AND answer IN (%s) AND consensus = answer AND known_class IS NULL
                AND decision.retired AND cast_at < decided_at
            GROUP BY answer
            """.formatted(
                    Badge.RARE.stream().map(rare -> "'" + rare.label() + "'").collect(Collectors.joining(", ")));
    private static final String UNRANKED = "SELECT FROM unranked_volunteers WHERE voter = $1";
    private static final String RANK = "DELETE FROM unranked_volunteers WHERE voter = $1";
    private static final String UNRANK = "INSERT INTO unranked_volunteers (voter) VALUES ($1) ON CONFLICT DO NOTHING";
    private static final String RANKING = """
            SELECT voter, answers, named, successes, rank() OVER (ORDER BY answers DESC) AS place FROM tallies
            WHERE span = $1 AND begins = $2::text::date
                AND NOT EXISTS (SELECT FROM unranked_volunteers WHERE unranked_volunteers.voter = tallies.voter)
            ORDER BY answers DESC, voter LIMIT $3 OFFSET $4
            """;
    /// Where the span of everything begins.
    private static final String EVER = "-infinity";

    private final Transactions transactions;

    PostgresParticipation(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Activity activity(String user, LocalDate today) {
        return transactions.withConnection(connection -> {
            Map<LocalDate, Integer> answers = answersByDay(connection, user);
            Streak streak = Streak.of(answers.keySet(), today);
            return new Activity(
                    answers.getOrDefault(today, 0),
                    answers.values().stream().mapToInt(Integer::intValue).sum(),
                    streak,
                    Badge.of(finds(connection, user), streak),
                    connection
                                    .preparedQuery(UNRANKED)
                                    .executeAndAwait(Tuple.of(user))
                                    .size()
                            == 0);
        });
    }

    private static Map<LocalDate, Integer> answersByDay(SqlConnection connection, String user) {
        Map<LocalDate, Integer> answers = new HashMap<>();
        for (Row row : connection.preparedQuery(DAYS).executeAndAwait(Tuple.of(user))) {
            answers.put(row.getLocalDate("begins"), row.getInteger("answers"));
        }
        return answers;
    }

    private static Map<Answer, Integer> finds(SqlConnection connection, String user) {
        Map<Answer, Integer> finds = new EnumMap<>(Answer.class);
        for (Row row : connection.preparedQuery(FINDS).executeAndAwait(Tuple.of(user))) {
            finds.put(StoredValues.answer(row.getString("answer")), row.getInteger("finds"));
        }
        return finds;
    }

    @Override
    public List<RankingPlace> ranking(RankingSpan span, LocalDate today, int offset, int limit) {
        String begins = span.begins(today).map(LocalDate::toString).orElse(EVER);
        return transactions.withConnection(connection -> {
            List<RankingPlace> places = new ArrayList<>();
            for (Row row :
                    connection.preparedQuery(RANKING).executeAndAwait(Tuple.of(span.label(), begins, limit, offset))) {
                places.add(new RankingPlace(
                        row.getLong("place"),
                        row.getString("voter"),
                        row.getInteger("answers"),
                        new SuccessRate(row.getInteger("successes"), row.getInteger("named"))));
            }
            return places;
        });
    }

    @Override
    public void rank(String user, boolean ranked) {
        transactions.withConnection(connection -> connection
                .preparedQuery(ranked ? RANK : UNRANK)
                .executeAndAwait(Tuple.of(user))
                .rowCount());
    }
}
