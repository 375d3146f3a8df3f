package io.lynceus.gateway.surveys.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.Survey.State;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.SurveyOptions;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.runtime.storage.Transactions;
import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Surveys in the tables `surveys` and `survey_portions`.
///
/// Who works on a portion holds its row locked until what became of it is written: the lock of a gateway that dies goes
/// with its connection.
@ApplicationScoped
class PostgresSurveys implements Surveys {
    private static final int ID_BYTES = 16;

    private static final String OPEN = "INSERT INTO surveys (id, owner, name) VALUES (?, ?, ?)";
    private static final String ADD = "INSERT INTO survey_portions (survey, number, rows) VALUES (?, ?, ?)";
    private static final String LOADED = """
            UPDATE surveys SET state = 'READY', columns = ?::jsonb, rows = ?::bigint, mapping = ? WHERE id = ?
            """;
    private static final String SELECT = """
            SELECT id, owner, name, state, columns, mapping, history, published, shared, rows, classified, classes,
                   refused, done_at_start, created_at, started_at, ended_at, failure
            FROM surveys
            """;
    private static final String DESCRIBE = """
            UPDATE surveys SET state = 'READY', mapping = ?, classified = 0, classes = '{}', refused = 0, started_at = NULL,
                ended_at = NULL, failure = NULL
            WHERE id = ? AND state NOT IN ('LOADING', 'RUNNING') AND NOT published
            """;
    /// All of them, for so it waits for those that somebody still works on.
    private static final String FORGET_RESULTS =
            "UPDATE survey_portions SET results = NULL, refused = 0 WHERE survey = ?";
    private static final String START = """
            UPDATE surveys SET state = 'RUNNING', history = ?::boolean, published = published OR ?::boolean,
                started_at = now(), ended_at = NULL, failure = NULL, done_at_start = classified + refused
            WHERE id = ? AND state IN ('READY', 'CANCELLED', 'FAILED') AND mapping IS NOT NULL AND rows > 0
                AND (published OR NOT ?::boolean OR classified + refused = 0)
            """;
    /// What was on its way when it was cancelled goes again: a repeat does no harm, and nothing is waited for in vain.
    private static final String SEND_AGAIN =
            "UPDATE survey_portions SET sent = false WHERE survey = ? AND sent AND results IS NULL";
    private static final String SHARE = "UPDATE surveys SET shared = ?::boolean WHERE id = ?";
    private static final String CANCEL =
            "UPDATE surveys SET state = 'CANCELLED', ended_at = now() WHERE id = ? AND state = 'RUNNING'";
    private static final String FAIL = """
            UPDATE surveys SET state = 'FAILED', failure = ?, ended_at = now() WHERE id = ? AND state = 'RUNNING'
            """;
    private static final String DELETE = "DELETE FROM surveys WHERE id = ?";
    /// No upload takes a day.
    private static final String DELETE_ABANDONED =
            "DELETE FROM surveys WHERE state = 'LOADING' AND created_at < now() - interval '1 day'";
    private static final String NEXT = """
            SELECT survey, number, survey_portions.rows
            FROM surveys JOIN survey_portions ON survey = id
            WHERE state = 'RUNNING' AND NOT published AND results IS NULL
            ORDER BY classified + surveys.refused, survey, number LIMIT 1
            FOR NO KEY UPDATE OF survey_portions SKIP LOCKED
            """;
    private static final String READ =
            "SELECT number, rows, results FROM survey_portions WHERE survey = ? AND number = ?";
    private static final String REFUSED = """
            SELECT number, rows, results FROM survey_portions WHERE survey = ? AND refused > 0 AND number > ?
            ORDER BY number LIMIT 1
            """;

    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    PostgresSurveys(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String open(Optional<String> owner, String name) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        update(OPEN, id, owner.orElse(null), name);
        return id;
    }

    @Override
    public void add(String id, int number, List<SurveyRow> rows) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                statement.setString(1, id);
                statement.setInt(2, number);
                statement.setBytes(3, PortionCodec.rows(rows));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void loaded(String id, List<Table.Column> columns, long rows, Optional<TableMapping> mapping) {
        update(LOADED, columns(columns), Long.toString(rows), document(mapping), id);
    }

    @Override
    public Optional<Survey> find(String id) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT + "WHERE id = ?")) {
                statement.setString(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(survey(row)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<Survey> of(Optional<String> owner) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    SELECT + "WHERE owner IS NOT DISTINCT FROM ? ORDER BY created_at DESC LIMIT 100")) {
                statement.setString(1, owner.orElse(null));
                List<Survey> surveys = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        surveys.add(survey(row));
                    }
                }
                return surveys;
            }
        });
    }

    @Override
    public boolean describe(String id, TableMapping mapping) {
        return transactions.run(connection -> {
            execute(connection, FORGET_RESULTS, id);
            if (execute(connection, DESCRIBE, document(Optional.of(mapping)), id) == 0) {
                connection.rollback();
                return false;
            }
            return true;
        });
    }

    @Override
    public boolean start(String id, SurveyOptions options) {
        String publish = Boolean.toString(options.published());
        return transactions.run(connection -> {
            boolean started = execute(connection, START, Boolean.toString(options.history()), publish, id, publish) > 0;
            if (started) {
                execute(connection, SEND_AGAIN, id);
            }
            return started;
        });
    }

    @Override
    public void share(String id, boolean shared) {
        update(SHARE, Boolean.toString(shared), id);
    }

    @Override
    public boolean cancel(String id) {
        return update(CANCEL, id) > 0;
    }

    @Override
    public void fail(String id, String reason) {
        update(FAIL, reason, id);
    }

    @Override
    public void deleteAbandoned() {
        update(DELETE_ABANDONED);
    }

    @Override
    public boolean delete(String id) {
        return update(DELETE, id) > 0;
    }

    @Override
    public List<ResultRow> portion(String id, int number) {
        return portion(READ, id, number).map(Portion::done).orElse(List.of());
    }

    @Override
    public List<Refusal> refusals(String id, long after, int most) {
        List<Refusal> refusals = new ArrayList<>();
        int number = -1;
        for (Optional<Portion> portion = portion(REFUSED, id, number);
                portion.isPresent() && refusals.size() < most;
                portion = portion(REFUSED, id, number)) {
            number = portion.get().number();
            portion.get().done().forEach(result -> {
                if (result.result().orElse(null) instanceof RefusedRow(String reason)
                        && result.row().line() > after
                        && refusals.size() < most) {
                    refusals.add(new Refusal(result.row().line(), reason));
                }
            });
        }
        return refusals;
    }

    /// @param results as many as rows, or none
    private record Portion(int number, List<SurveyRow> rows, List<RowResult> results) {
        List<ResultRow> done() {
            return IntStream.range(0, rows.size())
                    .mapToObj(i ->
                            new ResultRow(rows.get(i), results.isEmpty() ? Optional.empty() : Optional.of(results.get(i))))
                    .toList();
        }
    }

    private Optional<Portion> portion(String sql, String id, int number) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, id);
                statement.setInt(2, number);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    byte @Nullable [] results = row.getBytes("results");
                    return Optional.of(new Portion(
                            row.getInt("number"),
                            PortionCodec.rows(row.getBytes("rows")),
                            results == null ? List.of() : PortionCodec.results(results)));
                }
            }
        });
    }

    @Override
    public boolean work(Work work) {
        return transactions.run(connection -> {
            try (PreparedStatement next = connection.prepareStatement(NEXT);
                    ResultSet row = next.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                Survey survey = find(row.getString("survey")).orElseThrow();
                List<RowResult> results = work.classify(survey, PortionCodec.rows(row.getBytes("rows")));
                SurveyProgress.keep(connection, survey.id(), row.getInt("number"), results);
                SurveyProgress.advance(connection, survey.id(), results);
                return true;
            }
        });
    }

    private int update(String sql, @Nullable String... arguments) {
        return transactions.run(connection -> execute(connection, sql, arguments));
    }

    private static int execute(Connection connection, String sql, @Nullable String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static @Nullable String document(Optional<TableMapping> mapping) {
        return mapping.map(given -> new String(PortionCodec.write(given), StandardCharsets.UTF_8))
                .orElse(null);
    }

    private static String columns(List<Table.Column> columns) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(columns.size());
        columns.forEach(column -> all.addObject()
                .put("name", column.name())
                .put("unit", column.unit())
                .put("ucd", column.ucd())
                .put("description", column.description())
                .put("type", column.type().getSimpleName()));
        return new String(PortionCodec.write(all), StandardCharsets.UTF_8);
    }

    private static List<Table.Column> columns(JsonNode columns) {
        List<Table.Column> all = new ArrayList<>();
        columns.forEach(column -> all.add(new Table.Column(
                column.path("name").textValue(),
                column.path("unit").textValue(),
                column.path("ucd").textValue(),
                column.path("description").textValue(),
                type(column.path("type").textValue()))));
        return all;
    }

    private static Map<String, Long> counts(JsonNode classes) {
        return classes.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, count -> count.getValue()
                .longValue()));
    }

    private static Class<?> type(String name) {
        return switch (name) {
            case "Long" -> Long.class;
            case "Double" -> Double.class;
            case "Boolean" -> Boolean.class;
            default -> String.class;
        };
    }

    private static Survey survey(ResultSet row) throws SQLException {
        return new Survey(
                row.getString("id"),
                Optional.ofNullable(row.getString("owner")),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                columns(PortionCodec.tree(row.getString("columns").getBytes(StandardCharsets.UTF_8))),
                Optional.ofNullable(row.getString("mapping"))
                        .map(mapping -> TableMapping.read(mapping.getBytes(StandardCharsets.UTF_8))),
                new SurveyOptions(row.getBoolean("history"), row.getBoolean("published")),
                row.getBoolean("shared"),
                row.getLong("rows"),
                row.getLong("classified"),
                counts(PortionCodec.tree(row.getString("classes").getBytes(StandardCharsets.UTF_8))),
                row.getLong("refused"),
                row.getLong("done_at_start"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                Optional.ofNullable(row.getString("failure")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
