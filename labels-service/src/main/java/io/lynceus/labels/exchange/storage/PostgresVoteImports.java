package io.lynceus.labels.exchange.storage;

import io.lynceus.labels.exchange.ImportMapping;
import io.lynceus.labels.exchange.VoteImports;
import io.lynceus.labels.storage.PostgresBallots;
import io.lynceus.labels.storage.Recomputation;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Mappings in the table `imports`, imported votes among the others in `votes`.
@ApplicationScoped
class PostgresVoteImports implements VoteImports {
    private static final String DESCRIBE = """
            INSERT INTO imports (name, mapping)
            SELECT ?, jsonb_build_object('task', ?::text, 'subject', ?::text, 'workflows', to_jsonb(?::text[]),
                'answers', (SELECT jsonb_object_agg(given, meant)
                            FROM unnest(?::text[], ?::text[]) AS answers (given, meant)))
            ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping
            """;
    private static final String SELECT = """
            SELECT name, mapping ->> 'task' AS task, mapping ->> 'subject' AS subject,
                   ARRAY(SELECT jsonb_array_elements_text(mapping -> 'workflows')) AS workflows,
                   ARRAY(SELECT key FROM jsonb_each_text(mapping -> 'answers')) AS given,
                   ARRAY(SELECT value FROM jsonb_each_text(mapping -> 'answers')) AS meant,
                   (SELECT count(*) FROM votes WHERE import_name = name) AS votes
            FROM imports
            """;
    private static final String CORRELATED = "SELECT count(*) FROM correlated_users";

    private final Transactions transactions;

    PostgresVoteImports(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void describe(String name, ImportMapping mapping) {
        List<Map.Entry<String, Answer>> answers = List.copyOf(mapping.answers().entrySet());
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DESCRIBE)) {
                statement.setString(1, name);
                statement.setString(2, mapping.task());
                statement.setString(3, mapping.subject());
                statement.setArray(
                        4, connection.createArrayOf("text", mapping.workflows().toArray()));
                statement.setArray(
                        5,
                        connection.createArrayOf(
                                "text", answers.stream().map(Map.Entry::getKey).toArray()));
                statement.setArray(
                        6,
                        connection.createArrayOf(
                                "text",
                                answers.stream()
                                        .map(entry -> entry.getValue().label())
                                        .toArray()));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public List<Described> all() {
        return transactions.run(connection -> {
            List<Described> all = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(SELECT + "ORDER BY name");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(described(row));
                }
            }
            return all;
        });
    }

    @Override
    public Optional<ImportMapping> mapping(String name) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT + "WHERE name = ?")) {
                statement.setString(1, name);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(described(row).mapping()) : Optional.empty();
                }
            }
        });
    }

    private static Described described(ResultSet row) throws SQLException {
        String[] given = (String[]) row.getArray("given").getArray();
        String[] meant = (String[]) row.getArray("meant").getArray();
        Map<String, Answer> answers = IntStream.range(0, given.length)
                .boxed()
                .collect(Collectors.toMap(i -> given[i], i -> PostgresBallots.answer(meant[i])));
        String[] workflows = (String[]) row.getArray("workflows").getArray();
        return new Described(
                row.getString("name"),
                new ImportMapping(answers, row.getString("task"), row.getString("subject"), Set.of(workflows)),
                row.getInt("votes"));
    }

    @Override
    public ImportReport run(String name, Rows rows, boolean dryRun) {
        ImportReport report = transactions.run(connection -> {
            ImportReport applied = StagedVotes.of(connection, name, rows.read()).apply(connection);
            if (!dryRun) {
                return applied;
            }
            Recomputation.findCorrelated(transactions, connection);
            ImportReport found = applied.withCorrelated(correlated(connection));
            connection.rollback();
            return found;
        });
        return dryRun
                ? report
                : transactions.run(connection -> {
                    Recomputation.finish(transactions, connection);
                    return report.withCorrelated(correlated(connection));
                });
    }

    private static int correlated(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CORRELATED);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
