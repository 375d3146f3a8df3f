package io.lynceus.labels.storage;

import io.lynceus.labels.asking.AskingPolicy;
import io.lynceus.labels.asking.Interest;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import io.lynceus.sky.SkyPosition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Subjects in the table `subjects`.
@ApplicationScoped
class PostgresSubjects implements Subjects {
    private static final Comparator<Subject> BY_STATE =
            Comparator.comparingLong(Subject::activation).thenComparingLong(Subject::revision);

    private static final String STORE = """
            WITH posteriors AS (
                SELECT source_id, jsonb_object_agg(class, probability) AS probabilities
                FROM unnest(?::text[], ?::text[], ?::float8[]) AS given (source_id, class, probability)
                GROUP BY source_id),
            evidence AS (
                SELECT source_id, jsonb_object_agg(name, ln_odds) AS ln_odds
                FROM unnest(?::text[], ?::text[], ?::float8[]) AS given (source_id, name, ln_odds)
                GROUP BY source_id)
            INSERT INTO subjects
                (source_id, name, ra_deg, dec_deg, class, known_class, activation, revision, false_alarm, urgency,
                 probabilities, ln_odds)
            SELECT given.*, coalesce(probabilities, '{}'), coalesce(ln_odds, '{}')
            FROM unnest(?::text[], ?::text[], ?::float8[], ?::float8[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                        ?::float8[], ?::float8[])
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
                SELECT source_id FROM subjects WHERE source_id = ANY (?) ORDER BY source_id FOR NO KEY UPDATE)
            UPDATE subjects SET retired = true FROM held WHERE subjects.source_id = held.source_id
            """;

    private static final String SUBJECT = """
            SELECT *, ARRAY(SELECT key FROM jsonb_each(probabilities)) AS classes,
                   ARRAY(SELECT value::float8 FROM jsonb_each(probabilities)) AS shares,
                   ARRAY(SELECT key FROM jsonb_each(subjects.ln_odds)) AS evidence,
                   ARRAY(SELECT value::float8 FROM jsonb_each(subjects.ln_odds)) AS evidence_ln_odds
            FROM subjects WHERE source_id = ?
            """;

    /// Choosing costs the database several times what a vote does: with fewer of its connections than there are, those
    /// who ask wait for each other and not the votes for them.
    private static final int ASKING_AT_ONCE = 3;

    private final Transactions transactions;
    private final AskingPolicy policy;
    private final Semaphore asking = new Semaphore(ASKING_AT_ONCE, true);

    PostgresSubjects(Transactions transactions, AskingPolicy policy) {
        this.transactions = transactions;
        this.policy = policy;
    }

    // In the order of their ids, so that two instances that meet on the same rows do not deadlock.
    @Override
    public void store(Collection<Subject> subjects) {
        List<Subject> latest = List.copyOf(subjects.stream()
                .collect(Collectors.toMap(
                        Subject::sourceId, Function.identity(), BinaryOperator.maxBy(BY_STATE), TreeMap::new))
                .values());
        if (!latest.isEmpty()) {
            transactions.run(connection -> store(connection, latest));
        }
    }

    private static int store(Connection connection, List<Subject> subjects) throws SQLException {
        List<Named> shares = named(subjects, Subject::probabilities);
        List<Named> evidence = named(subjects, Subject::lnOdds);
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            BatchColumns columns = new BatchColumns(statement);
            for (List<Named> numbers : List.of(shares, evidence)) {
                columns.texts(numbers, Named::sourceId);
                columns.texts(numbers, Named::name);
                columns.doubles(numbers, Named::value);
            }
            columns.texts(subjects, Subject::sourceId);
            columns.texts(subjects, Subject::name);
            columns.doubles(subjects, subject -> subject.position().raDeg());
            columns.doubles(subjects, subject -> subject.position().decDeg());
            columns.texts(subjects, Subject::sourceClass);
            columns.texts(
                    subjects, subject -> subject.known().map(Answer::label).orElse(null));
            columns.longs(subjects, Subject::activation);
            columns.longs(subjects, Subject::revision);
            columns.doubles(
                    subjects,
                    subject -> subject.falseAlarm().isPresent()
                            ? subject.falseAlarm().getAsDouble()
                            : null);
            columns.doubles(subjects, subject -> Interest.of(subject.probabilities(), subject.falseAlarm())
                    .urgency(subject.sourceId()));
            return statement.executeUpdate();
        }
    }

    @Override
    public void retire(Collection<String> sourceIds) {
        if (!sourceIds.isEmpty()) {
            transactions.run(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(RETIRE)) {
                    new BatchColumns(statement).texts(sourceIds);
                    return statement.executeUpdate();
                }
            });
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

    private Optional<Subject> chosen(Transactions.Work<Optional<String>> choice) {
        asking.acquireUninterruptibly();
        try {
            return transactions.run(connection -> {
                Optional<String> next = choice.run(connection);
                return next.isEmpty() ? Optional.empty() : subject(connection, next.get());
            });
        } finally {
            asking.release();
        }
    }

    private static Optional<Subject> subject(Connection connection, String sourceId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SUBJECT)) {
            statement.setString(1, sourceId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(subject(row)) : Optional.empty();
            }
        }
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                row.getString("source_id"),
                row.getString("name"),
                new SkyPosition(row.getDouble("ra_deg"), row.getDouble("dec_deg")),
                row.getString("class"),
                numbers(row, "classes", "shares"),
                Optional.ofNullable(row.getString("known_class")).map(PostgresBallots::answer),
                numbers(row, "evidence", "evidence_ln_odds"),
                falseAlarm(row),
                row.getLong("activation"),
                row.getLong("revision"));
    }

    static OptionalDouble falseAlarm(ResultSet row) throws SQLException {
        double value = row.getDouble("false_alarm");
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// Numbers by name, from an array of names and one of numbers.
    static Map<String, Double> numbers(ResultSet row, String names, String numbers) throws SQLException {
        String[] keys = (String[]) row.getArray(names).getArray();
        Double[] values = (Double[]) row.getArray(numbers).getArray();
        return IntStream.range(0, keys.length).boxed().collect(Collectors.toMap(i -> keys[i], i -> values[i]));
    }
}
