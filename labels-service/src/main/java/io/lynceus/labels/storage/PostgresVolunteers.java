package io.lynceus.labels.storage;

import io.lynceus.labels.CrowdState;
import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.people.Volunteer;
import io.lynceus.labels.people.Volunteers;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Volunteers as their rows in `votes` and `volunteers` show them.
@ApplicationScoped
class PostgresVolunteers implements Volunteers {
    private static final String ANSWERS = """
            SELECT known_class, count(*) AS votes, count(*) FILTER (WHERE answer = known_class) AS successes,
                   count(*) FILTER (WHERE answer <> 'Unsure') AS named
            FROM votes JOIN subjects USING (source_id) WHERE voter = $1 GROUP BY known_class
            """;

    private final Transactions transactions;

    PostgresVolunteers(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Volunteer volunteer(String user) {
        Volunteer seen = transactions.withConnection(connection -> answers(connection, user));
        Optional<VolunteerEntity> skill = Optional.ofNullable(
                transactions.withSession(session -> session.await(step -> step.get(VolunteerEntity.class, user))));
        return new Volunteer(
                user,
                seen.votes(),
                seen.training(),
                skill.map(PostgresVolunteers::confusion).orElse(Map.of()));
    }

    /// What the answers show, without the confusion that follows from everybody's.
    static Volunteer answers(SqlConnection connection, String user) {
        Map<Answer, SuccessRate> training = new EnumMap<>(Answer.class);
        int votes = 0;
        for (Row row : connection.preparedQuery(ANSWERS).executeAndAwait(Tuple.of(user))) {
            String known = row.getString("known_class");
            if (known == null) {
                votes = row.getInteger("votes");
            } else {
                training.put(
                        StoredValues.answer(known),
                        new SuccessRate(row.getInteger("successes"), row.getInteger("named")));
            }
        }
        return new Volunteer(user, votes, training, Map.of());
    }

    private static Map<Answer, Map<Answer, Double>> confusion(VolunteerEntity skill) {
        double[] counts = skill.counts();
        Map<Answer, Map<Answer, Double>> confusion = new EnumMap<>(Answer.class);
        for (Answer truth : Answer.classes()) {
            Map<Answer, Double> answers = new EnumMap<>(Answer.class);
            for (Answer answer : Answer.classes()) {
                answers.put(answer, counts[answer.code() * CrowdState.CLASSES + truth.code()]);
            }
            confusion.put(truth, answers);
        }
        return confusion;
    }
}
