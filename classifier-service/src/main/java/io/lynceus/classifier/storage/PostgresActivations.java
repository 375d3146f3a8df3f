package io.lynceus.classifier.storage;

import io.lynceus.classifier.Activation;
import io.lynceus.classifier.ActivationState;
import io.lynceus.classifier.Activations;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Activations as rows that all instances read; a new one is numbered under a lock.
@ApplicationScoped
class PostgresActivations implements Activations {
    private static final String LATEST = "SELECT number, models FROM activation ORDER BY number DESC LIMIT 1";
    private static final String LATEST_CONFIGURED =
            "SELECT number, models FROM activation WHERE configured ORDER BY number DESC LIMIT 1";

    private static final String PREVIOUS = """
            SELECT number, models FROM activation
            WHERE models <> (SELECT models FROM activation ORDER BY number DESC LIMIT 1)
            ORDER BY number DESC LIMIT 1""";

    private static final String STATE =
            "SELECT number, models, activated_at, reclassified_at FROM activation WHERE number = ?";

    private final Transactions transactions;

    PostgresActivations(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Activation current() {
        return transactions
                .run(connection -> select(connection, LATEST))
                .orElseThrow(() -> new IllegalStateException("no model was ever activated"));
    }

    @Override
    public Activation configure(List<ModelId> models) {
        return transactions.run(connection -> {
            lock(connection);
            boolean known = select(connection, LATEST_CONFIGURED)
                    .filter(activation -> activation.models().equals(models))
                    .isPresent();
            return known ? select(connection, LATEST).orElseThrow() : insert(connection, models, true);
        });
    }

    @Override
    public Activation activate(List<ModelId> models) {
        return transactions.run(connection -> {
            lock(connection);
            return insert(connection, models, false);
        });
    }

    @Override
    public Optional<Activation> previous() {
        return transactions.run(connection -> select(connection, PREVIOUS));
    }

    @Override
    public Optional<ActivationState> state(long number) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STATE)) {
                statement.setLong(1, number);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new ActivationState(
                                    activation(rows), instant(rows, 3).orElseThrow(), instant(rows, 4)))
                            : Optional.empty();
                }
            }
        });
    }

    private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    public void reclassified(long number) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "UPDATE activation SET reclassified_at = now() WHERE number = ? AND reclassified_at IS NULL")) {
                statement.setLong(1, number);
                return statement.executeUpdate();
            }
        });
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("LOCK TABLE activation IN SHARE ROW EXCLUSIVE MODE")) {
            statement.execute();
        }
    }

    private static Activation insert(Connection connection, List<ModelId> models, boolean configured)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO activation (number, models, configured, reclassified_at)
                SELECT coalesce(max(number), 0) + 1, ?, ?, CASE WHEN count(*) = 0 THEN now() END FROM activation
                RETURNING number, models""")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", models.stream().map(ModelId::toString).toArray()));
            statement.setBoolean(2, configured);
            return read(statement).orElseThrow();
        }
    }

    private static Optional<Activation> select(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return read(statement);
        }
    }

    private static Optional<Activation> read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(activation(rows)) : Optional.empty();
        }
    }

    private static Activation activation(ResultSet rows) throws SQLException {
        return new Activation(
                rows.getLong(1),
                Arrays.stream((String[]) rows.getArray(2).getArray())
                        .map(PostgresActivations::modelId)
                        .toList());
    }

    private static ModelId modelId(String text) {
        int slash = text.indexOf('/');
        return new ModelId(text.substring(0, slash), text.substring(slash + 1));
    }
}
