package io.lynceus.gateway.surveys.storage;

import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.surveys.PublishedRows;
import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Published rows in the table `survey_departures`, from before they leave until all of their portion are answered.
///
/// Whoever sends a portion holds its row locked, writes the departures in a transaction of their own, which others see
/// before the first detection is on the stream, and says that it is sent when the broker has all. Portions are locked
/// in the order of their numbers, and before their surveys.
@ApplicationScoped
class PostgresPublishedRows implements PublishedRows {
    /// All rows of a survey can be done before its last portion is put away: if that has no row to send, and whoever
    /// had it died in between.
    private static final String NEXT = """
            SELECT survey, number, survey_portions.rows
            FROM surveys JOIN survey_portions ON survey = id
            WHERE state IN ('RUNNING', 'DONE') AND published AND NOT sent AND results IS NULL
                AND ? > (SELECT count(*) FROM survey_portions AS going
                         WHERE going.survey = id AND going.sent AND going.results IS NULL)
            ORDER BY classified + surveys.refused, survey, number LIMIT 1
            FOR NO KEY UPDATE OF survey_portions SKIP LOCKED
            """;
    private static final String DEPART = """
            INSERT INTO survey_departures (survey, number, place, content, result)
            SELECT survey, number, place, content, result
            FROM unnest(?, ?, ?) AS departure (place, content, result), survey_portions
            WHERE survey = ? AND number = ?
            ON CONFLICT DO NOTHING RETURNING result
            """;
    private static final String SENT = "UPDATE survey_portions SET sent = true WHERE survey = ? AND number = ?";
    private static final String ANY_AWAITED = "SELECT EXISTS (SELECT FROM survey_departures WHERE result IS NULL)";
    private static final String ANSWER = """
            UPDATE survey_departures AS departure SET result = answer.result
            FROM unnest(?, ?) AS answer (content, result)
            WHERE departure.content = answer.content AND departure.result IS NULL
            RETURNING survey, number, departure.result
            """;
    private static final String LOCK = "SELECT FROM survey_portions WHERE survey = ? AND number = ? FOR NO KEY UPDATE";
    private static final String COMPLETE = """
            DELETE FROM survey_departures WHERE survey = ? AND number = ?
                AND NOT EXISTS (SELECT FROM survey_departures WHERE survey = ? AND number = ? AND result IS NULL)
            RETURNING place, result
            """;

    private final Transactions transactions;
    private final Surveys surveys;
    private final int mostPortions;

    PostgresPublishedRows(Transactions transactions, Surveys surveys, GatewayConfig config) {
        this.transactions = transactions;
        this.surveys = surveys;
        this.mostPortions = Math.max(1, config.publishedRowsUnderWay() / Surveys.PORTION);
    }

    private record Portion(String survey, int number) {
        static final Comparator<Portion> ORDER =
                Comparator.comparing(Portion::survey).thenComparing(Portion::number);
    }

    @Override
    public boolean send(Reader reader) {
        return transactions.run(connection -> {
            try (PreparedStatement next = connection.prepareStatement(NEXT)) {
                next.setInt(1, mostPortions);
                try (ResultSet row = next.executeQuery()) {
                    if (!row.next()) {
                        return false;
                    }
                    Portion portion = new Portion(row.getString("survey"), row.getInt("number"));
                    Survey survey = surveys.find(portion.survey()).orElseThrow();
                    Load load = reader.read(survey, PortionCodec.rows(row.getBytes("rows")));
                    depart(portion, load.departures());
                    load.send().run();
                    update(connection, SENT, portion);
                    completeIfAnswered(connection, portion);
                    return true;
                }
            }
        });
    }

    private void depart(Portion portion, List<Departure> departures) {
        transactions.run(connection -> {
            List<RowResult> refused = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(DEPART)) {
                new BatchColumns(statement)
                        .longs(IntStream.range(0, departures.size())
                                .mapToObj(Long::valueOf)
                                .toList())
                        .texts(departures, PostgresPublishedRows::content)
                        .bytes(departures, PostgresPublishedRows::refusal);
                statement.setString(4, portion.survey());
                statement.setInt(5, portion.number());
                try (ResultSet inserted = statement.executeQuery()) {
                    while (inserted.next()) {
                        byte @Nullable [] result = inserted.getBytes(1);
                        if (result != null) {
                            refused.addAll(PortionCodec.results(result));
                        }
                    }
                }
            }
            SurveyProgress.advance(connection, portion.survey(), refused);
            return refused.size();
        });
    }

    private static @Nullable String content(Departure departure) {
        return departure instanceof Departure.Leaves(String content) ? content : null;
    }

    private static byte @Nullable [] refusal(Departure departure) {
        return departure instanceof Departure.Stays(RowResult.Refused refused)
                ? PortionCodec.results(List.of(refused))
                : null;
    }

    @Override
    public boolean anyAwaited() {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ANY_AWAITED);
                    ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    @Override
    public void keep(List<Answer> answers) {
        Map<String, byte[]> first = new LinkedHashMap<>();
        answers.forEach(answer -> first.putIfAbsent(answer.content(), PortionCodec.results(List.of(answer.result()))));
        if (first.isEmpty()) {
            return;
        }
        transactions.run(connection -> {
            Map<Portion, List<RowResult>> arrived = answer(connection, first);
            Map<String, List<RowResult>> bySurvey = new TreeMap<>();
            for (Map.Entry<Portion, List<RowResult>> each : arrived.entrySet()) {
                lock(connection, each.getKey());
                completeIfAnswered(connection, each.getKey());
                bySurvey.computeIfAbsent(each.getKey().survey(), survey -> new ArrayList<>())
                        .addAll(each.getValue());
            }
            for (Map.Entry<String, List<RowResult>> each : bySurvey.entrySet()) {
                SurveyProgress.advance(connection, each.getKey(), each.getValue());
            }
            return arrived.size();
        });
    }

    private static Map<Portion, List<RowResult>> answer(Connection connection, Map<String, byte[]> answers)
            throws SQLException {
        Map<Portion, List<RowResult>> arrived = new TreeMap<>(Portion.ORDER);
        try (PreparedStatement statement = connection.prepareStatement(ANSWER)) {
            new BatchColumns(statement).texts(answers.keySet()).bytes(answers.values(), result -> result);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    arrived.computeIfAbsent(new Portion(row.getString(1), row.getInt(2)), portion -> new ArrayList<>())
                            .addAll(PortionCodec.results(row.getBytes(3)));
                }
            }
        }
        return arrived;
    }

    /// Puts the results of a portion that is locked where those of all surveys are, once they are all there.
    private static void completeIfAnswered(Connection connection, Portion portion) throws SQLException {
        Map<Integer, RowResult> byPlace = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COMPLETE)) {
            statement.setString(1, portion.survey());
            statement.setInt(2, portion.number());
            statement.setString(3, portion.survey());
            statement.setInt(4, portion.number());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byPlace.put(
                            row.getInt(1), PortionCodec.results(row.getBytes(2)).getFirst());
                }
            }
        }
        if (!byPlace.isEmpty()) {
            SurveyProgress.keep(connection, portion.survey(), portion.number(), List.copyOf(byPlace.values()));
        }
    }

    private static void lock(Connection connection, Portion portion) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, portion.survey());
            statement.setInt(2, portion.number());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
            }
        }
    }

    private static void update(Connection connection, String sql, Portion portion) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, portion.survey());
            statement.setInt(2, portion.number());
            statement.executeUpdate();
        }
    }
}
