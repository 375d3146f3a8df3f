package io.lynceus.labels.storage;

import io.lynceus.labels.asking.AskingPolicy;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import io.lynceus.sky.SkyPosition;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Subjects in the table `subjects`.
@ApplicationScoped
class PostgresSubjects implements Subjects {
    private static final String STORE = """
            WITH posteriors AS (
                SELECT source_id, jsonb_object_agg(class, probability) AS probabilities
                FROM unnest($1::text[], $2::text[], $3::float8[]) AS given (source_id, class, probability)
                GROUP BY source_id),
            evidence AS (
                SELECT source_id, jsonb_object_agg(name, ln_odds) AS ln_odds
                FROM unnest($4::text[], $5::text[], $6::float8[]) AS given (source_id, name, ln_odds)
                GROUP BY source_id)
            INSERT INTO subjects
                (source_id, name, ra_deg, dec_deg, class, known_class, activation, revision, false_alarm, urgency,
                 probabilities, ln_odds)
            SELECT given.*, coalesce(probabilities, '{}'), coalesce(ln_odds, '{}')
            FROM unnest($7::text[], $8::text[], $9::float8[], $10::float8[], $11::text[], $12::text[], $13::bigint[], $14::bigint[],
                        $15::float8[], $16::float8[])
                AS given (source_id, name, ra_deg, dec_deg, class, known_class, activation, revision, false_alarm, urgency)
            LEFT JOIN posteriors USING (source_id) LEFT JOIN evidence USING (source_id)
            ORDER BY source_id
            ON CONFLICT (source_id) DO UPDATE
            SET name = excluded.name, ra_deg = excluded.ra_deg, dec_deg = excluded.dec_deg, class = excluded.class,
                probabilities = excluded.probabilities, activation = excluded.activation, revision = excluded.revision,
                known_class = excluded.known_class, ln_odds = excluded.ln_odds,
                false_alarm = excluded.false_alarm,
                urgency = CASE WHEN subjects.votes = 0 THEN excluded.urgency ELSE subjects.urgency END,
                unsettled = subjects.unsettled OR subjects.votes > 0
            WHERE (subjects.activation, subjects.revision) < (excluded.activation, excluded.revision)
            """;

    private static final String RETIRE = """
            WITH held AS (
                SELECT source_id FROM subjects WHERE source_id = ANY ($1) ORDER BY source_id FOR NO KEY UPDATE)
            UPDATE subjects SET retired = true FROM held WHERE subjects.source_id = held.source_id
            """;

    private static final String SUBJECT = """
            SELECT *, ARRAY(SELECT key FROM jsonb_each(probabilities)) AS classes,
                   ARRAY(SELECT value::float8 FROM jsonb_each(probabilities)) AS shares,
                   ARRAY(SELECT key FROM jsonb_each(subjects.ln_odds)) AS evidence,
                   ARRAY(SELECT value::float8 FROM jsonb_each(subjects.ln_odds)) AS evidence_ln_odds
            FROM subjects WHERE source_id = $1
            """;

    /// Choosing a source costs the database several times as much as a vote. So it may not use all connections:
    /// requests for sources wait for each other, and votes do not wait for them.
    private static final int ASKING_AT_ONCE = 3;

    private final Transactions transactions;
    private final AskingPolicy policy;
    private final Semaphore asking = new Semaphore(ASKING_AT_ONCE, true);

    PostgresSubjects(Transactions transactions, AskingPolicy policy) {
        this.transactions = transactions;
        this.policy = policy;
    }

    @Override
    public void store(Collection<Subject> subjects) {
        List<Subject> latest = Subject.latest(subjects);
        if (!latest.isEmpty()) {
            transactions.withConnection(connection -> store(connection, latest));
        }
    }

    private static int store(SqlConnection connection, List<Subject> subjects) {
        BatchColumns columns = new BatchColumns();
        for (List<Named> numbers : List.of(named(subjects, Subject::probabilities), named(subjects, Subject::lnOdds))) {
            columns.texts(numbers, Named::sourceId).texts(numbers, Named::name).doubles(numbers, Named::value);
        }
        columns.texts(subjects, Subject::sourceId)
                .texts(subjects, Subject::name)
                .doubles(subjects, subject -> subject.position().raDeg())
                .doubles(subjects, subject -> subject.position().decDeg())
                .texts(subjects, Subject::sourceClass)
                .texts(subjects, subject -> subject.known().map(Answer::label).orElse(null))
                .longs(subjects, Subject::activation)
                .longs(subjects, Subject::revision)
                .doubles(subjects, subject -> StoredValues.orNull(subject.falseAlarm()))
                .doubles(subjects, Subject::urgency);
        return connection.preparedQuery(STORE).executeAndAwait(columns.tuple()).rowCount();
    }

    @Override
    public void retire(Collection<String> sourceIds) {
        if (!sourceIds.isEmpty()) {
            transactions.withConnection(connection -> connection
                    .preparedQuery(RETIRE)
                    .executeAndAwait(new BatchColumns().texts(sourceIds).tuple())
                    .rowCount());
        }
    }

    /// One number of a source: a class's probability, or a feature's evidence.
    private record Named(String sourceId, String name, double value) {}

    private static List<Named> named(List<Subject> subjects, Function<Subject, Map<String, Double>> numbers) {
        return subjects.stream()
                .flatMap(subject -> numbers.apply(subject).entrySet().stream()
                        .map(entry -> new Named(subject.sourceId(), entry.getKey(), entry.getValue())))
                .toList();
    }

    @Override
    public Optional<Subject> next(String user) {
        return chosen(connection -> Assignments.next(connection, policy, user));
    }

    @Override
    public Optional<Subject> nextTraining(String user) {
        return chosen(connection -> Assignments.nextTraining(connection, policy, user));
    }

    private Optional<Subject> chosen(Function<SqlConnection, Optional<String>> choice) {
        asking.acquireUninterruptibly();
        try {
            return transactions.withConnection(
                    connection -> choice.apply(connection).flatMap(sourceId -> subject(connection, sourceId)));
        } finally {
            asking.release();
        }
    }

    private static Optional<Subject> subject(SqlConnection connection, String sourceId) {
        for (Row row : connection.preparedQuery(SUBJECT).executeAndAwait(Tuple.of(sourceId))) {
            return Optional.of(subject(row));
        }
        return Optional.empty();
    }

    private static Subject subject(Row row) {
        return new Subject(
                row.getString("source_id"),
                row.getString("name"),
                new SkyPosition(row.getDouble("ra_deg"), row.getDouble("dec_deg")),
                row.getString("class"),
                StoredValues.numbers(row, "classes", "shares"),
                StoredValues.answerOrEmpty(row.getString("known_class")),
                StoredValues.numbers(row, "evidence", "evidence_ln_odds"),
                StoredValues.optional(row, "false_alarm"),
                row.getLong("activation"),
                row.getLong("revision"));
    }
}
